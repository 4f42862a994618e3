using static Builder.ReadyProjects.Tests.TrainedProjects;

namespace Builder.ReadyProjects.Tests;

/// <summary>The ready project of definitions reaches what its README promises on definitions that it has never seen.</summary>
public sealed class TopicScores(TrainedProjects projects)
{
    [Fact]
    [Trait("project", "topics-lstm")]
    public void Topics_lstm_names_the_topic_of_a_definition() => AtLeast(Expected(whole: 0.80, shortened: 0.72), projects.Test("topics-lstm", "accuracy"));
}
