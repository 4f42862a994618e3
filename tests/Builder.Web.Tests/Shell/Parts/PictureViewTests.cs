using Bunit;
using Builder.Web.Shell;
using Builder.Web.Shell.Parts;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Shell.Parts;

public sealed class PictureViewTests : BunitContext
{
    private static readonly Microsoft.AspNetCore.Components.Web.ErrorEventArgs s_lost = new();
    private readonly UiState _ui = new();

    public PictureViewTests() => Services.AddCascadingValue(_ => _ui);

    [Fact]
    public void A_picture_that_does_not_come_says_so_and_is_asked_for_again_when_it_is_pressed()
    {
        var view = Show("/a.png", "seven");

        view.Find("img").TriggerEvent("onerror", s_lost);

        Assert.Empty(view.FindAll("img"));
        Assert.Equal("This picture cannot be shown.", view.Find("button").GetAttribute("title"));
        Assert.Contains("Try again", view.Find("button").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("seven – ", view.Find("button").GetAttribute("aria-label"), StringComparison.Ordinal);
        view.Find("button").Click();
        Assert.Equal("/a.png", view.Find("img").GetAttribute("src"));
    }

    [Fact]
    public void Another_picture_in_its_place_is_shown()
    {
        var view = Show("/a.png", "");
        view.Find("img").TriggerEvent("onerror", s_lost);

        view.Render(p => p.Add(v => v.Source, "/b.png"));

        Assert.Equal("/b.png", view.Find("img").GetAttribute("src"));
    }

    [Fact]
    public void Inside_a_button_there_is_no_second_one()
    {
        var view = Show("/a.png", "", canRetry: false);

        view.Find("img").TriggerEvent("onerror", s_lost);

        Assert.Empty(view.FindAll("button"));
        Assert.Equal("This picture cannot be shown.", view.Find("[role=img]").GetAttribute("aria-label"));
    }

    private IRenderedComponent<PictureView> Show(string source, string alt, bool canRetry = true) =>
        Render<PictureView>(p => p.Add(v => v.Source, source).Add(v => v.Alt, alt).Add(v => v.CanRetry, canRetry));
}
