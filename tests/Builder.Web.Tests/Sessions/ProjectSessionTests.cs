using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Storage;
using Builder.Web.Sessions;
using Microsoft.Extensions.Logging;
using static Builder.Web.Tests.Sessions.SessionsFixture;

namespace Builder.Web.Tests.Sessions;

public sealed class ProjectSessionTests : IAsyncDisposable
{
    private const string RefuseEdits = "CREATE TRIGGER refuse BEFORE INSERT ON edits BEGIN SELECT RAISE(ABORT, 'full'); END";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly SessionsFixture _server = new();

    [Fact]
    public async Task What_is_acknowledged_is_there_after_a_restart_and_can_still_be_undone()
    {
        var session = await _server.NewAsync();
        Assert.Equal(new CommandResult(1, null), await session.ApplyAsync(Rename("second")));
        Assert.Equal(new CommandResult(2, null), await session.ApplyAsync(Rename("third")));

        session = await _server.RestartAsync(session.Id);
        Assert.Equal(("third", 2L, true), (session.Document.Name, session.Revision, session.CanUndo));
        await session.UndoAsync("u1", "tester");
        Assert.Equal("second", session.Document.Name);

        session = await _server.RestartAsync(session.Id);
        Assert.True(session.CanRedo);
        await session.RedoAsync("r1", "tester");
        Assert.Equal("third", session.Document.Name);
    }

    [Fact]
    public async Task Whoever_waits_until_it_is_settled_sees_what_was_asked_for_before()
    {
        var session = await _server.NewAsync();
        for (var i = 0; i < 50; i++)
        {
            var edit = session.ApplyAsync(Rename($"name {i}"));
            await session.SettleAsync();
            Assert.Equal($"name {i}", session.Document.Name);
            await edit;
        }
    }

    [Fact]
    public async Task The_same_command_is_carried_out_once_however_often_it_arrives()
    {
        var session = await _server.NewAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => session.ApplyAsync(Rename("second", "same"))));
        Assert.All(answers, a => Assert.Equal(new CommandResult(1, null), a));
        await session.ApplyAsync(Rename("third"));

        session = await _server.RestartAsync(session.Id);
        Assert.Equal(new CommandResult(1, null), await session.ApplyAsync(Rename("second", "same")));
        Assert.Equal(("third", 2L), (session.Document.Name, session.Revision));
    }

    [Fact]
    public async Task A_command_from_long_before_the_last_start_is_still_known()
    {
        var session = await _server.NewAsync();
        await session.ApplyAsync(Rename("first of many", "old"));
        await Task.WhenAll(Enumerable.Range(0, 600).Select(n => session.ApplyAsync(Rename($"{n}"))));

        session = await _server.RestartAsync(session.Id);
        Assert.Equal(1, (await session.ApplyAsync(Rename("first of many", "old"))).Revision);
        Assert.Equal(601, session.Revision);
    }

    [Fact]
    public async Task Windows_hear_of_each_change_in_order_once_it_is_saved()
    {
        var session = await _server.NewAsync();
        var heard = new List<(long Revision, string Name, string? Command, long Saved)>();
        session.Changed += change => heard.Add((change.Revision, change.After.Name, change.CommandId,
            _server.Projects.FindAsync(session.Id).GetAwaiter().GetResult()!.Revision));
        await Task.WhenAll(Enumerable.Range(1, 30).Select(n => session.ApplyAsync(Rename($"{n}", $"c{n}"))));

        Assert.Equal(Enumerable.Range(1, 30).Select(n => ((long)n, $"{n}", (string?)$"c{n}")), heard.Select(h => (h.Revision, h.Name, h.Command)));
        Assert.All(heard, h => Assert.True(h.Saved >= h.Revision));
    }

    [Fact]
    public async Task A_window_that_breaks_does_not_take_the_others_with_it()
    {
        var session = await _server.NewAsync();
        var heard = 0;
        session.Changed += _ => throw new InvalidOperationException("closed");
        session.Changed += _ => heard++;
        await session.ApplyAsync(Rename("second"));
        Assert.Equal(1, heard);
        Assert.Contains(_server.Logged.Lines, l => l is { Level: LogLevel.Error, Error.Message: "closed" } && l.Text.Contains(session.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_breaks_answers_all_who_wait_and_goes_on_with_what_is_saved()
    {
        var clock = new BreakableClock();
        await using var server = new SessionsFixture(clock);
        var session = await server.NewAsync();
        await session.ApplyAsync(Rename("saved"));
        var heard = new List<SessionChange>();
        session.Changed += heard.Add;
        server.Execute(RefuseEdits);
        clock.IsBroken = true;
        var answers = Enumerable.Range(0, 20).Select(n => session.ApplyAsync(Rename($"broken {n}", $"broken {n}"))).ToList();
        Assert.All(await Task.WhenAll(answers).WaitAsync(Soon), a => Assert.Equal("Broken", a.Problem!.Code));

        clock.IsBroken = false;
        server.Execute("DROP TRIGGER refuse");
        Assert.Equal(new CommandResult(2, null), await session.ApplyAsync(Rename("after")).WaitAsync(Soon));
        Assert.Equal(("after", 2L, SavePhase.Saved), (session.Document.Name, session.Revision, session.SaveState.Phase));
        Assert.Equal(["saved", "after"], heard.Select(c => c.After.Name).Where(n => !n.StartsWith("broken", StringComparison.Ordinal)).Distinct());
        Assert.Null((await session.UndoAsync("u", "tester")).Problem);
        Assert.Same(session, await server.Sessions.OpenAsync(session.Id));
        Assert.Contains(server.Logged.Lines, l => l is { Level: LogLevel.Error, Error.Message: "broken clock" }
            && l.Text.Contains(session.Id, StringComparison.Ordinal) && l.Text.Contains("command broken ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_breaks_and_cannot_be_read_again_ends_and_is_opened_anew()
    {
        var clock = new BreakableClock();
        await using var server = new SessionsFixture(clock);
        var session = await server.NewAsync();
        session.Changed += _ => { };
        server.Execute(RefuseEdits);
        await server.Projects.DeleteAsync(session.Id);
        clock.IsBroken = true;
        Assert.Equal("Broken", (await session.ApplyAsync(Rename("broken")).WaitAsync(Soon)).Problem!.Code);
        await session.Ended.WaitAsync(Soon);
        await Assert.ThrowsAsync<StorageException>(() => session.ApplyAsync(Rename("gone")).WaitAsync(Soon));

        clock.IsBroken = false;
        server.Execute("DROP TRIGGER refuse");
        await server.Projects.RestoreAsync(session.Id);
        Assert.Null((await session.ApplyAsync(Rename("back")).WaitAsync(Soon)).Problem);
        Assert.NotSame(session, await server.Sessions.OpenAsync(session.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_error_that_nobody_foresaw_leaves_no_order_without_an_answer(bool whileAnalysing)
    {
        var project = await _server.Log.LoadAsync((await _server.NewAsync()).Id);
        await _server.Sessions.EndAsync();
        var queue = new EditQueue(project, _server.Log, TimeProvider.System, _server.Logged)
        {
            Analyze = c => whileAnalysing ? throw new InvalidOperationException("analysis") : GraphAnalyzer.Analyze(c.After, null),
            Announce = (_, _) => throw new InvalidOperationException("announcement"),
            SavingChanged = _ => { },
        };
        var orders = Enumerable.Range(1, 3).Select(n => new PendingCommand($"c{n}", "tester", h => h.Apply(new RenameProject($"{n}")))).ToList();
        var answers = orders.Select(o => queue.Add(o)!).ToList();
        Assert.False(await queue.Start().WaitAsync(Soon));

        // What is on the disk is said to be done, whatever went wrong afterwards.
        var saved = (await _server.Log.LoadAsync(project.Id)).Revision;
        Assert.Equal(3, saved);
        Assert.Equal([new(1, null), new(2, null), new(3, null)], await Task.WhenAll(answers).WaitAsync(Soon));
        Assert.True(queue.IsIdle);
        Assert.Null(queue.Add(orders[0]));
    }

    [Fact]
    public async Task A_refused_command_says_why_and_leaves_no_trace()
    {
        var session = await _server.NewAsync();
        var answer = await session.ApplyAsync(new("c", 0, _ => new RemoveBlock("nothing"), "tester"));
        Assert.Equal(("UnknownBlock", 0L), (answer.Problem!.Code, answer.Revision));
        Assert.Equal("NothingToUndo", (await session.UndoAsync("u", "tester")).Problem!.Code);
        Assert.Empty(await _server.Log.EntriesAsync(session.Id, 0, 10));
    }

    [Fact]
    public async Task A_gesture_that_changes_nothing_makes_no_entry()
    {
        var session = await _server.NewAsync();
        Assert.Equal(new CommandResult(0, null), await session.ApplyAsync(new("c", 0, _ => new Batch([]), "tester")));
        Assert.False(session.CanUndo);
    }

    [Fact]
    public async Task A_gesture_that_fails_does_not_stop_the_next()
    {
        var session = await _server.NewAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.ApplyAsync(new("c", 0, _ => throw new InvalidOperationException("x"), "tester")));
        Assert.Null((await session.ApplyAsync(Rename("second"))).Problem);
    }

    [Fact]
    public async Task Two_windows_that_edit_the_same_field_both_get_their_turn()
    {
        var session = await _server.NewAsync(ReadyProject.Read("iris"));
        var block = session.Document.Blocks.Values.First(b => b.Kind == "Linear").Id;
        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(n => session.ApplyAsync(
            new($"c{n}", 0, _ => new SetParameter(block, "out_features", n), $"window {n % 2}"))));
        Assert.All(answers, a => Assert.Null(a.Problem));
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), answers.Select(a => a.Revision).Order());

        for (var step = 0; step < 40; step++)
        {
            Assert.Null((await session.UndoAsync($"u{step}", "window 1")).Problem);
        }

        Assert.Equal(ProjectJson.Write(ReadyProject.Read("iris")), ProjectJson.Write(session.Document));
    }

    [Fact]
    public async Task A_project_that_nobody_looks_at_is_let_go_and_opened_again_when_it_is_needed()
    {
        var clock = new MovableClock();
        await using var server = new SessionsFixture(clock);
        var (kept, idle) = (await server.NewAsync(), await server.NewAsync());
        kept.Changed += _ => { };
        clock.Move(TimeSpan.FromMinutes(6));
        server.Sessions.ReleaseIdle();
        await idle.Ended;

        Assert.Same(kept, await server.Sessions.OpenAsync(kept.Id));
        Assert.Equal(1, (await idle.ApplyAsync(Rename("second"))).Revision);
        var again = await server.Sessions.OpenAsync(idle.Id);
        Assert.NotSame(idle, again);
        Assert.Equal("second", again.Document.Name);
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_refused_and_asked_for_again_later()
    {
        await Assert.ThrowsAsync<StorageException>(() => _server.Sessions.OpenAsync("bcdfghjkmnpq"));
        Assert.Equal(0, _server.Sessions.Count);
    }

    [Fact]
    public async Task Renaming_a_project_stands_in_its_history()
    {
        var session = await _server.NewAsync();
        await _server.Sessions.RenameAsync(session.Id, "Flowers", "tester");
        Assert.Equal("Flowers", (await _server.Projects.FindAsync(session.Id))!.Name);
        Assert.True(session.CanUndo);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
