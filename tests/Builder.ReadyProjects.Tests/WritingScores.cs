using System.Text.Unicode;
using Builder.Runner.Tests;
using static Builder.ReadyProjects.Tests.TrainedProjects;

namespace Builder.ReadyProjects.Tests;

/// <summary>The ready project that writes reaches what its README promises on text that it has never seen, in two languages.</summary>
public sealed class WritingScores(TrainedProjects projects)
{
    [Fact]
    public void Novel_gpt_predicts_the_next_character_and_writes_on()
    {
        var finished = projects["novel-gpt"];
        var prompt = projects.File("prompt.txt");
        File.WriteAllText(prompt, "It is a truth universally");
        var written = RunnerProcess.Run("predict", finished.GetProperty("bundle").GetString()!, "--input", prompt, "--tokens", "200");

        Assert.InRange(Score(finished, "validation", "loss"), 0.5, 2.0);
        Assert.StartsWith("It is a truth universally", written.Output, StringComparison.Ordinal);
        AtLeast(150, written.Output.Count(char.IsAsciiLetterLower));
        AtLeast(20, written.Output.Count(c => c == ' '));
    }

    // The 300 poems instead of all 20,171, and windows that lie closer: a minute instead of several. They have fewer different characters
    // than the document's last layer has outputs, which must do no harm.
    [Fact]
    public void The_novel_s_document_with_poems_as_its_data_writes_chinese_lines()
    {
        using var folder = new TemporaryFolder();
        var document = File.ReadAllText(Path.Combine(Repository.Template("novel-gpt"), "project-song-ci.json"))
            .Replace("song-ci.txt.gz", "song-ci-300.txt", StringComparison.Ordinal)
            .Replace("\"stride\": 320", "\"stride\": 64", StringComparison.Ordinal);
        File.WriteAllText(folder["project.json"], document);
        File.Copy(Path.Combine(Repository.Template("novel-gpt"), "song-ci-300.txt"), folder["song-ci-300.txt"]);

        var result = RunnerProcess.Run(
            "train", folder.Path, "--json", "--threads", "1", "--device", "cpu", "--epochs", "3", "--out", folder["run"]);
        result.Finished();
        var sample = result.EventsOf("sample").Last().GetProperty("value").GetString()!;

        var lines = sample.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length >= 3, sample);
        Assert.True(sample.Count(IsChinese) >= 80, sample);
        Assert.Contains('。', sample);
    }

    private static bool IsChinese(char character) =>
        character - UnicodeRanges.CjkUnifiedIdeographs.FirstCodePoint is >= 0 and var offset && offset < UnicodeRanges.CjkUnifiedIdeographs.Length;
}
