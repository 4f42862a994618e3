using Builder.Graph.Documents;
using Builder.Web.Sessions;

namespace Builder.Web.Tests.Sessions;

public sealed class SessionDataTests : IAsyncDisposable
{
    private readonly SessionsFixture _server = new();

    [Fact]
    public async Task A_ready_project_has_its_shapes_as_soon_as_it_is_open()
    {
        var session = await OpenIrisAsync();
        await session.RefreshDataAsync();
        Assert.True(session.Analysis.CanTrain);
        Assert.Equal(5, session.Schema.DataSets.Single().Columns.Length);
        Assert.False(session.IsReadingData);
    }

    [Fact]
    public async Task Data_that_cannot_be_read_are_a_problem_in_words_and_nobody_is_told_to_attach_any()
    {
        var session = await _server.NewAsync(ReadyProject.Read("iris"));
        await session.RefreshDataAsync();
        Assert.Contains(session.Analysis.Problems, p => p.Code == "data-file-missing");
        Assert.DoesNotContain(session.Analysis.Problems, p => p.Code == "NoData");
        Assert.DoesNotContain(session.Analysis.Blocks.Values, b => b.Problems.Any(p => p.Code == "NoData"));
        Assert.False(session.Analysis.CanTrain);
    }

    [Fact]
    public async Task A_file_that_appears_is_seen_and_told_to_every_window()
    {
        var session = await _server.NewAsync(ReadyProject.Read("iris"));
        await session.RefreshDataAsync();
        var heard = new List<SessionChange>();
        session.Changed += heard.Add;
        await ReadyProject.FillAsync("iris", session.Folder);
        await session.RefreshDataAsync();

        Assert.True(Assert.Single(heard).Analysis.CanTrain);
        Assert.Null(heard[0].CommandId);
        Assert.Equal(0, session.Revision);
    }

    [Fact]
    public async Task A_change_of_the_data_set_is_followed_by_its_new_shapes()
    {
        var session = await OpenIrisAsync();
        await session.RefreshDataAsync();
        var heard = new TaskCompletionSource<SessionChange>(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Changed += change =>
        {
            if (change.CommandId is null)
            {
                heard.TrySetResult(change);
            }
        };
        var data = session.Document.Data.Values.Single();
        await session.ApplyAsync(new("c", 0, _ => new SetDataSet(data.Id, data with { Columns = data.Columns.RemoveAt(0) }), "tester"));

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(4, session.Schema.DataSets.Single().Columns.Length);
    }

    private Task<ProjectSession> OpenIrisAsync() => _server.NewAsync(ReadyProject.Read("iris"), (folder, _) => ReadyProject.FillAsync("iris", folder));

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
