using System.Text.Encodings.Web;
using System.Text.Json;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Web.Runners;

namespace Builder.Web.Tests.Runs;

public sealed class RunnerSurroundingsTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly RunnerSurroundings Surroundings = new("/srv/me/builder", "/srv/me/builder/faults");

    [Theory]
    [InlineData("“/srv/me/builder/projects/bcdfghjkmnpq/runs/rstvwxyz2345/bundle” is not a model.", "“runs/rstvwxyz2345/bundle” is not a model.")]
    [InlineData("The details are in /srv/me/builder/faults/builder-fault-7.txt; send them.", "The details are in faults/builder-fault-7.txt; send them.")]
    [InlineData("Nothing of a place.", "Nothing of a place.")]
    public void Words_name_no_place_on_the_disk(string words, string shown)
    {
        var said = TrainingMessages.BlockFailed.With(("what", Message.Verbatim(new(words, words))), ("first", words));
        RunEvent[] told =
        [
            new RunEvent.Failed("Code", said), new RunEvent.PredictionFailed("1", "Code", said), new RunEvent.PictureFailed("1", "Code", said),
            new RunEvent.Remark(said), new RunEvent.Refused("Code", said),
        ];
        Assert.All(told, happened =>
        {
            var line = RunEventJson.Write(Surroundings.Shown(happened));
            Assert.Equal(3, line.Split(JsonSerializer.Serialize(shown, Readable)).Length - 1);
            Assert.DoesNotContain("/srv/me", line, StringComparison.Ordinal);
        });
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
