using Builder.Web.Shell.Parts;
using Microsoft.JSInterop;

namespace Builder.Web.Tests.Shell.Parts;

public sealed class BrowserPartTests
{
    [Fact]
    public async Task A_script_that_arrives_after_the_page_was_left_is_no_fault()
    {
        var browser = new SlowBrowser();
        await using var part = new BrowserPart(browser, "./part.js");
        var mounting = part.MountAsync("mount");

        await part.DisposeAsync();
        browser.Fail(new JSException("There is no such element."));

        await mounting;
        Assert.False(part.IsMounted);
    }

    [Fact]
    public async Task A_script_that_fails_on_a_page_that_is_shown_is_a_fault()
    {
        var browser = new SlowBrowser();
        await using var part = new BrowserPart(browser, "./part.js");
        var mounting = part.MountAsync("mount");

        browser.Fail(new JSException("It is broken."));

        await Assert.ThrowsAsync<JSException>(() => mounting);
    }

    /// <summary>A browser that answers when the test says so.</summary>
    private sealed class SlowBrowser : IJSRuntime
    {
        private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Fail(Exception failure) => _answer.SetException(failure);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            await _answer.Task;
            return default!;
        }
    }
}
