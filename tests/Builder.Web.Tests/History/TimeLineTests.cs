using Builder.Graph;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Edits.Gestures;
using Builder.Graph.Json;
using Builder.Web.History;
using Builder.Web.Sessions;
using Builder.Web.Tests.Sessions;
using static Builder.Web.Tests.Sessions.SessionsFixture;

namespace Builder.Web.Tests.History;

public sealed class TimeLineTests : IAsyncDisposable
{
    private readonly SessionsFixture _server = new();

    [Fact]
    public async Task The_time_line_tells_the_newest_first_and_repeated_things_once()
    {
        var session = await _server.NewAsync(ReadyProject.Read("iris"));
        var block = session.Document.Blocks.Values.First(b => b.Kind == "Linear").Id;
        await session.ApplyAsync(Rename("Flowers"));
        foreach (var n in new[] { 1, 2, 3 })
        {
            await session.ApplyAsync(new($"m{n}", 0, d => new MoveBlocks(System.Collections.Immutable.ImmutableSortedDictionary<string, Position>.Empty.Add(block, new(n, n))), "tester"));
        }

        await session.UndoAsync("u", "tester");
        var page = await new TimeLine(_server.Log).ReadAsync(session.Id, session.Revision);
        Assert.Equal([(5L, 1), (4L, 3), (1L, 1)], page.Entries.Select(e => (e.Revision, e.Times)));
        Assert.StartsWith("Undone: moved", page.Entries[0].Words.En, StringComparison.Ordinal);
        Assert.Equal(0, page.Before);
    }

    [Fact]
    public async Task A_long_history_comes_in_parts()
    {
        var session = await _server.NewAsync();
        await Task.WhenAll(Enumerable.Range(1, 230).Select(n => session.ApplyAsync(Rename($"{n}"))));
        var timeLine = new TimeLine(_server.Log);
        var first = await timeLine.ReadAsync(session.Id, 230);
        var second = await timeLine.ReadAsync(session.Id, first.Before);
        Assert.Equal((100, 130L, 100, 30L), (first.Entries.Count, first.Before, second.Entries.Count, second.Before));
        Assert.Equal(new Localized("Renamed the project to “130”", "将项目重命名为“130”"), second.Entries[0].Words);
    }

    [Fact]
    public async Task Going_back_is_a_change_like_any_other_and_can_be_undone()
    {
        var session = await _server.NewAsync(ReadyProject.Read("iris"));
        var first = session.Document;
        await session.ApplyAsync(Rename("Flowers"));
        var linear = session.Document.Blocks.Values.First(b => b.Kind == "Linear").Id;
        await session.ApplyAsync(new("c", 0, _ => new RemoveBlock(linear), "tester"));
        var changed = session.Document;

        var comparison = VersionComparison.Between(session.Document, first);
        Assert.Equal((1, 0), (comparison.Returning.Count, comparison.Going.Count));
        Assert.True(comparison.Links > 0);
        Assert.Null((await session.ApplyAsync(new(RestoreIds.ToRevision(0), 0, d => DocumentRestore.Into(d, first), "tester"))).Problem);
        Assert.Equal(ProjectJson.Write(first), ProjectJson.Write(session.Document));
        Assert.Equal("Restored the beginning of the project", (await new TimeLine(_server.Log).ReadAsync(session.Id, 3)).Entries[0].Words.En);
        Assert.True(VersionComparison.Between(session.Document, first).IsSame);

        await session.UndoAsync("u", "tester");
        Assert.Equal(ProjectJson.Write(changed), ProjectJson.Write(session.Document));
    }

    [Fact]
    public async Task Bringing_back_the_model_of_a_run_is_named_so_and_not_taken_for_a_proposal()
    {
        var session = await _server.NewAsync(ReadyProject.Read("iris"));
        var trained = session.Document with { Notes = session.Document.Notes.SetItem("why-1", new Note("why-1", "Because.", default)) };
        await session.ApplyAsync(new("c", 0, d => new RemoveBlock(d.Blocks.Keys.First()), "tester"));
        Assert.Null((await session.ApplyAsync(new(RestoreIds.ToRun(3), 0, d => RestoreGestures.Restore(d, trained), "tester"))).Problem);

        Assert.Equal(new Localized("Restored the model of run 3", "恢复成训练 3 的模型"), (await new TimeLine(_server.Log).ReadAsync(session.Id, 2)).Entries[0].Words);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
