using Microsoft.Playwright;

namespace Builder.EndToEnd.Tests.Kills;

/// <summary>A person who edits on the canvas by keys, as fast as the page takes them. Each edit counts as made when its key is pressed.</summary>
internal sealed class EditingHand(IPage page, Random random)
{
    private static readonly string[] Ways = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];

    /// <summary>Goes into the canvas.</summary>
    public Task TakeHoldAsync() => page.Locator(".react-flow__node").First.FocusAsync();

    /// <summary>Goes to a neighbouring block and mutes it or lets it speak again, copies it, or takes back an edit.</summary>
    public async Task EditAsync()
    {
        await page.Keyboard.PressAsync(Ways[random.Next(Ways.Length)]);
        await page.Keyboard.PressAsync(random.Next(10) switch
        {
            < 6 => "m",
            < 7 => "Control+d",
            < 9 => "Control+z",
            _ => "Control+y",
        });
    }

    /// <summary>Mutes a block or lets it speak again, which can be done even where nothing can be taken back.</summary>
    public async Task MuteAsync()
    {
        await page.Keyboard.PressAsync(Ways[random.Next(Ways.Length)]);
        await page.Keyboard.PressAsync("m");
    }
}
