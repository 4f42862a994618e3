using static Builder.ReadyProjects.Tests.TrainedProjects;

namespace Builder.ReadyProjects.Tests;

/// <summary>The ready project of definitions reaches what its README promises on definitions that it has never seen.</summary>
public sealed class TopicScores(TrainedProjects projects)
{
    [Fact]
    public void Topics_lstm_names_the_topic_of_a_definition() => AtLeast(0.80, projects.Test("topics-lstm", "accuracy"));
}
