using System.Text.Json;
using Builder.Protocol;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Serving;

public sealed class ServedTrialsTests : IDisposable
{
    private const string Niceness = "10";

    private readonly TemporaryFolder _folder = new();

    public ServedTrialsTests() => TableProject.Write(_folder.Path);

    [Fact]
    public void Documents_are_trained_one_after_the_other_with_the_same_scores_each_time_and_nothing_is_written()
    {
        var before = Written();
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Compare(_folder.Path, [Document(12, 1), Document(12, 2), Document(12, 1)], 60, 1));

        Assert.Equal(0, runner.ExitCode());
        var done = runner.Seen.OfType<RunEvent.TrialDone>().ToList();
        Assert.Equal([0, 1, 2], done.Select(d => d.Number));
        Assert.All(done, d => Assert.Equal((12L, 8L, true), (d.Epochs, d.ValidationSamples, d.IsWhole)));
        Assert.Equal(done[0].Validation, done[2].Validation);
        Assert.NotEqual(done[0].Validation["loss"], done[1].Validation["loss"]);
        Assert.Equal(before, Written());
    }

    [Fact]
    public void They_give_way_to_other_work_and_are_gone_without_harm_when_the_process_is_ended()
    {
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Compare(_folder.Path, [Document(2, 1), Document(100_000, 1)], 600, 1));
        runner.Until<RunEvent.TrialDone>();

        var priorities = Directory.GetDirectories($"/proc/{runner.Id}/task").Select(task => File.ReadAllText(Path.Combine(task, "stat"))).Select(stat => stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16]);
        Assert.Contains(Niceness, priorities);
        var before = Written();
        runner.Signal("KILL");

        runner.ExitCode();
        Assert.Single(runner.Seen.OfType<RunEvent.TrialDone>());
        Assert.Equal(before, Written());
    }

    [Fact]
    public void A_document_that_cannot_be_trained_is_told_in_words_and_no_second_task_is_taken()
    {
        using var runner = new ServeProcess();
        var broken = JsonElement.Parse(TableProject.Bare.Trainer("""{ "epochs": 2 }""").Json);
        runner.Send(new RunnerCommand.Compare(_folder.Path, [Document(100_000, 1), broken], 2, 1));
        runner.Send(new RunnerCommand.Load("nowhere"));

        Assert.Equal("Busy", runner.Until<RunEvent.Refused>().Code);
        Assert.False(runner.Until<RunEvent.TrialDone>().IsWhole);
        Assert.Equal(1, runner.ExitCode());
        Assert.Single(runner.Seen.OfType<RunEvent.Failed>());
    }

    public void Dispose() => _folder.Dispose();

    private string[] Written() => [.. Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order()];

    private static JsonElement Document(int epochs, int seed)
    {
        var project = TableProject.Bare
            .Block("hidden", "Linear", """{ "out_features": 8 }""").Block("relu", "ReLU").Block("out", "Linear", """{ "out_features": 2 }""")
            .Chain("input", "hidden", "relu", "out").Classifies("out", "kind").Trainer($$"""{ "epochs": {{epochs}}, "batch_size": 8, "seed": {{seed}} }""");
        return JsonElement.Parse(project.Json);
    }
}
