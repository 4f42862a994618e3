using Builder.Web.Use.Forms;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Use;

public sealed class DebouncedPredictionTests
{
    /// <summary>A form reads its rows beside its page, and may be done when the page is gone.</summary>
    [Fact]
    public void Whoever_has_nothing_to_ask_any_more_may_say_so_after_the_end()
    {
        var asking = new DebouncedPrediction(null!, null!, NullLogger.Instance, () => Task.CompletedTask);
        asking.Dispose();

        Assert.Null(Record.Exception(asking.Forget));
        Assert.False(asking.IsAsking);
    }
}
