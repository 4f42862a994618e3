using Builder.Runner.Tests;
using static Builder.ReadyProjects.Tests.TrainedProjects;

namespace Builder.ReadyProjects.Tests;

/// <summary>The ready project that writes reaches what its README promises on text that it has never seen.</summary>
public sealed class WritingScores(TrainedProjects projects)
{
    [Fact]
    [Trait("project", "novel-gpt")]
    public void Novel_gpt_predicts_the_next_character_and_writes_on()
    {
        var finished = projects["novel-gpt"];
        var prompt = projects.File("prompt.txt");
        File.WriteAllText(prompt, "It is a truth universally");
        var written = RunnerProcess.Run("predict", finished.GetProperty("bundle").GetString()!, "--input", prompt, "--tokens", "200");

        Assert.InRange(Score(finished, "validation", "loss"), 0.5, Expected(whole: 2.0, shortened: 2.5));
        Assert.StartsWith("It is a truth universally", written.Output, StringComparison.Ordinal);
        AtLeast(150, written.Output.Count(char.IsAsciiLetterLower));
        AtLeast(20, written.Output.Count(c => c == ' '));
    }
}
