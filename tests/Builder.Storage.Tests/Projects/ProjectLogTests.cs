using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Storage.Projects;

namespace Builder.Storage.Tests.Projects;

public sealed class ProjectLogTests : IDisposable
{
    private readonly StorageFixture _storage = new();

    [Fact]
    public async Task Every_edit_is_there_after_a_restart_and_undo_goes_on_where_it_was()
    {
        var (id, history) = await _storage.NewProjectAsync("a");
        await _storage.RenameAsync(id, history, "b", "c");
        await _storage.EditAsync(id, history, h => h.Undo());
        _storage.Restart();

        var loaded = await _storage.Log.LoadAsync(id);
        Assert.Equal(("b", 3L, true), (loaded.Document.Name, loaded.Revision, loaded.IsWhole));
        var replayed = EditHistory.Replay(loaded.Document, loaded.Revision, loaded.Recent.Select(e => e.Entry));
        Assert.Equal("c", replayed.Redo().Document!.Name);
        Assert.Equal("b", replayed.Undo().Document!.Name);
        Assert.Equal("a", replayed.Undo().Document!.Name);
    }

    [Fact]
    public async Task A_long_log_is_read_from_its_newest_snapshot_and_any_revision_can_be_had_again()
    {
        var (id, history) = await _storage.NewProjectAsync("0");
        await _storage.RenameAsync(id, history, [.. Enumerable.Range(1, 250).Select(n => $"{n}")]);

        Assert.Equal("250", (await _storage.Log.LoadAsync(id)).Document.Name);
        foreach (var revision in new[] { 0, 1, 99, 100, 101, 200, 249, 250 })
        {
            Assert.Equal($"{revision}", (await _storage.Log.DocumentAsync(id, revision)).Name);
        }

        await using var context = _storage.Database.Context();
        Assert.Equal([0, 100, 200], context.Snapshots.Where(s => s.ProjectId == id).Select(s => s.Revision).Order());
    }

    [Fact]
    public async Task Several_edits_in_one_transaction_are_all_there_or_none()
    {
        var (id, history) = await _storage.NewProjectAsync("a");
        history.Apply(new RenameProject("b"));
        history.Apply(new RenameProject("c"));
        LoggedEdit[] entries = [.. history.Log.Select(e => new LoggedEdit(e, "same", "tester", _storage.Clock.GetUtcNow()))];

        await Assert.ThrowsAsync<StorageException>(() => _storage.Log.AppendAsync(id, entries, history.Document));
        Assert.Equal(("a", 0L), ((await _storage.Log.LoadAsync(id)).Document.Name, (await _storage.Projects.FindAsync(id))!.Revision));
    }

    [Fact]
    public async Task An_edit_that_does_not_continue_the_log_is_refused()
    {
        var (id, history) = await _storage.NewProjectAsync("a");
        await _storage.RenameAsync(id, history, "b");
        var stale = new LoggedEdit(history.Log[0], ShortId.New(), "tester", _storage.Clock.GetUtcNow());

        await Assert.ThrowsAsync<StorageException>(() => _storage.Log.AppendAsync(id, [stale], history.Document));
        Assert.Single(await _storage.Log.EntriesAsync(id, 0, 10));
    }

    [Fact]
    public async Task A_command_is_found_by_its_id_whatever_else_happened_since()
    {
        var (id, history) = await _storage.NewProjectAsync("a");
        history.Apply(new RenameProject("b"));
        await _storage.Log.AppendAsync(id, [new(history.Log[^1], "gesture-1", "tester", _storage.Clock.GetUtcNow())], history.Document);
        await _storage.RenameAsync(id, history, "c");

        Assert.Equal(1, await _storage.Log.FindCommandAsync(id, "gesture-1"));
        Assert.Null(await _storage.Log.FindCommandAsync(id, "gesture-2"));
    }

    [Fact]
    public async Task The_log_keeps_who_did_what_and_when()
    {
        var (id, history) = await _storage.NewProjectAsync("a");
        await _storage.RenameAsync(id, history, "b");
        await _storage.EditAsync(id, history, h => h.Undo());

        var entries = await _storage.Log.EntriesAsync(id, 0, 10);
        Assert.Equal([HistoryStep.Do, HistoryStep.Undo], entries.Select(e => e.Entry.Step));
        Assert.All(entries, e => Assert.Equal(("tester", _storage.Clock.GetUtcNow()), (e.Actor, e.At)));
        Assert.Equal(EditJson.Write(new RenameProject("b")), EditJson.Write(entries[0].Entry.Edit));
    }

    [Fact]
    public async Task A_deleted_or_unknown_project_is_refused_in_words()
    {
        var (id, _) = await _storage.NewProjectAsync();
        await _storage.Projects.DeleteAsync(id);
        Assert.Equal("NoProject", (await Assert.ThrowsAsync<StorageException>(() => _storage.Log.LoadAsync(id))).Code);
        Assert.Equal("NoProject", (await Assert.ThrowsAsync<StorageException>(() => _storage.Log.LoadAsync("nothing"))).Code);
    }

    public void Dispose() => _storage.Dispose();
}
