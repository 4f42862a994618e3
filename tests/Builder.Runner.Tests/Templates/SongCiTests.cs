using System.Text.Unicode;

namespace Builder.Runner.Tests.Templates;

public sealed class SongCiTests
{
    [Fact]
    public void The_novel_s_document_with_poems_as_its_data_writes_chinese_lines()
    {
        using var folder = new TemporaryFolder();

        var result = RunnerProcess.Run(
            "train", Path.Combine(Repository.Template("novel-gpt"), "project-song-ci.json"), "--json", "--threads", "2", "--device", "cpu",
            "--epochs", "1", "--out", folder["run"]);
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
