using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests;

public sealed class BackgroundTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly LoggedLines<BackgroundTests> _log = new();

    [Fact]
    public async Task What_goes_wrong_is_logged_and_told()
    {
        var told = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        Background.Run(() => Task.FromException(new InvalidOperationException("lost")), _log, "bake bread", error =>
        {
            told.SetResult(error);
            return Task.CompletedTask;
        });
        Assert.Equal("lost", (await told.Task.WaitAsync(Soon, TestContext.Current.CancellationToken)).Message);
        var (level, text, error) = Assert.Single(_log.Lines);
        Assert.Equal((LogLevel.Error, "Work in the background could not bake bread.", "lost"), (level, text, error!.Message));
    }

    [Fact]
    public async Task Whoever_has_left_is_no_failure()
    {
        var after = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Background.Run(Task.FromCanceled(new CancellationToken(canceled: true)), _log, "wait");
        Background.Run(Task.FromException(new InvalidOperationException("later")), _log, "go on", _ =>
        {
            after.SetResult();
            return Task.CompletedTask;
        });
        await after.Task.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.Equal(["later"], _log.Lines.Select(l => l.Error!.Message));
    }

    [Fact]
    public void A_page_that_cannot_be_told_any_more_does_no_harm()
    {
        Background.Run(Task.FromException(new InvalidOperationException("first")), _log, "show it", _ => throw new ObjectDisposedException("page"));
        Assert.Equal([LogLevel.Error, LogLevel.Debug], _log.Lines.Select(l => l.Level));
    }
}
