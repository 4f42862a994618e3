using Builder.Web.Shell;
using Builder.Web.Layout;
using Builder.Web.Shell.Parts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Layout;

public sealed class FrameTests : BunitContext
{
    private readonly UiState _ui = new();

    public FrameTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(_ui);
        Services.AddScoped<ShellScript>();
        Services.AddScoped<Toasts>();
        Services.AddScoped<Dialogs>();
        Services.AddCascadingValue(services =>
        {
            var source = new CascadingValueSource<UiState>(_ui, isFixed: false);
            _ui.Changed += () => _ = source.NotifyChangedAsync();
            return source;
        });
    }

    [Theory]
    [InlineData(MarkKind.Done, "done")]
    [InlineData(MarkKind.Attention, "attention")]
    [InlineData(MarkKind.Live, "live")]
    public void A_step_says_how_it_stands_by_more_than_a_colour(MarkKind kind, string className)
    {
        var step = Render<StepLink>(p => p.Add(s => s.ProjectId, "abc").Add(s => s.Step, Step.Train)
            .Add(s => s.Mark, new StepMark(kind, new("Why", "原因"))).Add(s => s.Current, true));
        var link = step.Find("a");

        Assert.Equal("/projects/abc/train", link.GetAttribute("href"));
        Assert.Equal("step", link.GetAttribute("aria-current"));
        Assert.Contains(className, link.ClassList);
        Assert.Contains("Why", link.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Switching_the_language_rewrites_the_page_in_place()
    {
        var switches = Render<UiSwitches>();
        Assert.Contains("Light", switches.Markup, StringComparison.Ordinal);
        switches.Find("[data-testid=switch-language]").Click();

        switches.WaitForAssertion(() => Assert.Contains("浅色", switches.Markup, StringComparison.Ordinal));
        Assert.Equal(UiState.Chinese, _ui.Language);
    }

    [Fact]
    public void The_chosen_theme_is_marked_in_its_menu()
    {
        var switches = Render<UiSwitches>();
        switches.Find("[data-testid=theme-dark]").Click();

        switches.WaitForAssertion(() => Assert.Equal("true", switches.Find("[data-testid=theme-dark]").GetAttribute("aria-checked")));
        Assert.Equal(UiState.DarkTheme, _ui.Theme);
    }

    [Fact]
    public void A_message_is_shown_with_what_it_offers_and_goes_when_that_is_done()
    {
        var done = 0;
        var host = Render<ToastHost>();
        Services.GetRequiredService<Toasts>().Say(new("Deleted.", "已删除。"), new ToastAction(PartTexts.Undo, () => Task.FromResult(++done)));
        host.WaitForElement("[data-testid=toast] button").Click();

        host.WaitForAssertion(() => Assert.Empty(host.FindAll("[data-testid=toast]")));
        Assert.Equal(1, done);
    }

    [Fact]
    public async Task A_question_is_shown_and_its_answer_comes_back()
    {
        var host = Render<DialogHost>();
        var answer = Services.GetRequiredService<Dialogs>().ConfirmAsync(new(new("Sure?", "确定吗？"), new("It is gone then.", "之后就没有了。"), new("Delete", "删除"), Danger: true));
        host.WaitForElement("[data-testid=confirm-yes]").Click();

        Assert.True(await answer);
    }

    [Theory]
    [InlineData("projects/abc/model", "abc", Step.Model)]
    [InlineData("projects/abc/train?run=3#curves", "abc", Step.Train)]
    [InlineData("projects/abc", "abc", null)]
    [InlineData("settings", null, null)]
    [InlineData("", null, null)]
    public void An_address_names_a_place(string address, string? project, Step? step)
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo(address);

        Assert.Equal(new Place(project, step), Place.Of(navigation));
    }
}
