using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Page;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Runs.Page;

public sealed class RunFollowerTests
{
    [Fact]
    public void A_run_that_is_let_go_of_twice_is_let_go_of()
    {
        var follower = new RunFollower(new RunEventBuffer("run1", TimeProvider.System), 0, TimeProvider.System, NullLogger.Instance, _ => Task.CompletedTask);
        follower.Dispose();

        Assert.Null(Record.Exception(follower.Dispose));
    }
}
