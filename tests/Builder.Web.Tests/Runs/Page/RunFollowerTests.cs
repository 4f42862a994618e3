using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Page;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Runs.Page;

public sealed class RunFollowerTests
{
    [Fact]
    public void What_is_let_go_of_twice_is_let_go_of_and_follows_nothing_after()
    {
        var follower = new RunFollower(TimeProvider.System, NullLogger.Instance, _ => Task.CompletedTask);
        follower.Follow(new RunEventBuffer("run1", TimeProvider.System), 0);
        follower.Dispose();

        Assert.Null(Record.Exception(follower.Dispose));
        follower.Follow(new RunEventBuffer("run2", TimeProvider.System), 0);
        Assert.Null(follower.RunId);
    }
}
