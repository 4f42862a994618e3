using System.Text.Unicode;
using Builder.Runner.Tests;

namespace Builder.ReadyProjects.Tests;

/// <summary>The ready project that writes learns another language without another network.</summary>
public sealed class PoemScores
{
    // The 300 poems instead of all 20,171, and windows that lie closer: a minute instead of several. They have fewer different characters
    // than the document's last layer has outputs, which must do no harm.
    [Fact]
    [Trait("project", "novel-gpt")]
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
