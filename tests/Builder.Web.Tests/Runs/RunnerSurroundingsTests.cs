using Builder.Protocol;
using Builder.Web.Runners;

namespace Builder.Web.Tests.Runs;

public sealed class RunnerSurroundingsTests
{
    private static readonly RunnerSurroundings Surroundings = new("/srv/me/builder", "/srv/me/builder/faults");

    [Theory]
    [InlineData("“/srv/me/builder/projects/bcdfghjkmnpq/runs/rstvwxyz2345/bundle” is not a model.", "“runs/rstvwxyz2345/bundle” is not a model.")]
    [InlineData("The details are in /srv/me/builder/faults/builder-fault-7.txt; send them.", "The details are in faults/builder-fault-7.txt; send them.")]
    [InlineData("Nothing of a place.", "Nothing of a place.")]
    public void Words_name_no_place_on_the_disk(string words, string shown)
    {
        Assert.Equal(shown, ((RunEvent.Failed)Surroundings.Shown(new RunEvent.Failed("Code", words, words))).Reason);
        Assert.Equal(shown, ((RunEvent.PredictionFailed)Surroundings.Shown(new RunEvent.PredictionFailed("1", "Code", words, words))).ReasonZh);
        Assert.Equal(shown, ((RunEvent.PictureFailed)Surroundings.Shown(new RunEvent.PictureFailed("1", "Code", words, words))).Reason);
        Assert.Equal(shown, ((RunEvent.Remark)Surroundings.Shown(new RunEvent.Remark(words, words))).Zh);
        Assert.Equal(shown, ((RunEvent.Refused)Surroundings.Shown(new RunEvent.Refused("Code", words, words))).ReasonZh);
    }

    [Fact]
    public async Task A_runner_keeps_its_temporary_files_where_only_the_owner_reads_them()
    {
        var folder = Directory.CreateTempSubdirectory("builder-surroundings-").FullName;
        await using var runner = RunnerProcess.Start(RunsServer.Runner, _ => { }, new(folder, folder), "pictures");
        var variables = await VariablesAsync(runner.ProcessId);

        Assert.Contains($"TMPDIR={folder}", variables);
        Assert.Contains("DOTNET_EnableDiagnostics=0", variables);
        await runner.EndAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Directory.Delete(folder);
    }

    // Between its start and its program's, a process has none.
    private static async Task<string[]> VariablesAsync(int process)
    {
        string variables;
        do
        {
            variables = await File.ReadAllTextAsync($"/proc/{process}/environ", TestContext.Current.CancellationToken);
        }
        while (variables.Length == 0);
        return variables.Split('\0');
    }
}
