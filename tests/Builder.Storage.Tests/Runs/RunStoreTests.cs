using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Storage.Runs;

namespace Builder.Storage.Tests.Runs;

public sealed class RunStoreTests : IDisposable
{
    private static readonly Message Why = new("run-of-a-later-version", [new("epochs", 20), new("block", "“线性”"), new("inner", Message.Verbatim(new("Done.", "完成。")))]);

    private readonly StorageFixture _storage = new();

    [Fact]
    public async Task A_run_keeps_its_document_its_times_its_reason_and_its_scores()
    {
        var run = await NewRunAsync();
        _storage.Clock.Move(TimeSpan.FromSeconds(5));
        await _storage.Runs.UpdateAsync(run.Id, new() { State = RunState.Running, Device = "cpu", DataFingerprint = "abc" });
        _storage.Clock.Move(TimeSpan.FromSeconds(60));
        var scores = new RunScores(TaskKind.Classification, One("accuracy", 0.9), One("accuracy", 0.8), One("accuracy", 0.7), One("accuracy", 0.5), new Dictionary<string, string>());
        await _storage.Runs.UpdateAsync(run.Id, new() { State = RunState.Finished, Scores = scores, Reason = Why });
        _storage.Restart();

        var kept = (await _storage.Runs.FindAsync(run.Id))!;
        Assert.Equal((RunState.Finished, "cpu", "abc", 7L), (kept.State, kept.Device, kept.DataFingerprint, kept.Seed));
        Assert.Equal(TimeSpan.FromSeconds(60), kept.EndedAt - kept.StartedAt);
        Assert.Equal(Why, kept.Reason);
        Assert.Equal(0.7, kept.Scores!.Test["accuracy"]);
        Assert.Equal("first", (await _storage.Runs.DocumentAsync(run.Id)).Name);
    }

    [Fact]
    public async Task Runs_count_up_in_their_project_and_the_newest_comes_first()
    {
        var first = await NewRunAsync();
        var second = await _storage.Runs.CreateAsync(new(first.ProjectId, new() { Name = "x" }, 0, "Wider"));
        Assert.Equal([second.Id, first.Id], (await _storage.Runs.ListAsync(first.ProjectId)).Select(r => r.Id));
        Assert.Equal((1, 2), (first.Number, second.Number));

        await _storage.Runs.RenameAsync(first.Id, " Narrow ");
        Assert.Equal("Narrow", (await _storage.Runs.FindAsync(first.Id))!.Name);
    }

    [Fact]
    public async Task After_a_restart_the_runs_that_are_not_over_are_found_in_the_order_of_their_asking()
    {
        var (over, waiting) = (await NewRunAsync(), await NewRunAsync());
        _storage.Clock.Move(TimeSpan.FromSeconds(1));
        var later = await NewRunAsync();
        await _storage.Runs.UpdateAsync(over.Id, new() { State = RunState.Failed });
        await _storage.Runs.UpdateAsync(later.Id, new() { State = RunState.Running });
        _storage.Restart();

        Assert.Equal([waiting.Id, later.Id], (await _storage.Runs.UnfinishedAsync()).Select(r => r.Id));
    }

    [Fact]
    public async Task The_last_end_of_a_project_is_that_of_its_newest_run_that_is_over()
    {
        var (first, open) = (await NewRunAsync(), await NewRunAsync());
        var second = await _storage.Runs.CreateAsync(new(first.ProjectId, new() { Name = "x" }, 0, "Wider"));
        await _storage.Runs.CreateAsync(new(first.ProjectId, new() { Name = "x" }, 0, "Waits"));
        await _storage.Runs.UpdateAsync(second.Id, new() { State = RunState.Finished });
        await _storage.Runs.UpdateAsync(first.Id, new() { State = RunState.Failed });

        var ends = await _storage.Runs.LastEndsAsync();
        Assert.Equal([new(first.ProjectId, RunState.Finished)], ends);
        Assert.DoesNotContain(open.ProjectId, ends.Keys);
    }

    [Fact]
    public async Task The_scores_of_all_projects_are_read_at_once()
    {
        var (first, other) = (await NewRunAsync(), await NewRunAsync());
        Dictionary<string, double?> accuracy = new() { ["accuracy"] = 0.9 };
        var none = new Dictionary<string, double?>();
        await _storage.Runs.UpdateAsync(first.Id, new() { Scores = new(TaskKind.Classification, none, none, accuracy, none, new Dictionary<string, string>()) });

        var scores = await _storage.Runs.ScoresAsync();
        Assert.Equal(0.9, Assert.Single(scores[first.ProjectId]).Test["accuracy"]);
        Assert.Empty(scores[other.ProjectId]);
    }

    [Fact]
    public async Task Only_a_run_that_is_over_can_be_deleted_and_its_folder_goes_with_it()
    {
        var run = await NewRunAsync();
        Assert.True(Directory.Exists(_storage.Folder.RunFolder(run.ProjectId, run.Id)));
        Assert.False(await _storage.Runs.DeleteAsync(run.Id));

        await _storage.Runs.UpdateAsync(run.Id, new() { State = RunState.Stopped });
        Assert.True(await _storage.Runs.DeleteAsync(run.Id));
        Assert.Null(await _storage.Runs.FindAsync(run.Id));
        Assert.False(Directory.Exists(_storage.Folder.RunFolder(run.ProjectId, run.Id)));
    }

    [Fact]
    public async Task A_run_of_a_project_that_is_gone_is_refused() =>
        Assert.Equal("NoProject", (await Assert.ThrowsAsync<StorageException>(() => _storage.Runs.CreateAsync(new("nothing", new() { Name = "x" }, 0)))).Code);

    private async Task<RunSummary> NewRunAsync()
    {
        var (id, history) = await _storage.NewProjectAsync();
        return await _storage.Runs.CreateAsync(new(id, history.Document, 0, Seed: 7));
    }

    private static Dictionary<string, double?> One(string name, double value) => new() { [name] = value };

    public void Dispose() => _storage.Dispose();
}
