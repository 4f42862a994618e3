using Builder.Graph;
using Builder.Web.Shell;

namespace Builder.Web.Tests.Shell;

public sealed class UiStateTests
{
    [Fact]
    public void A_text_is_shown_in_the_language_that_was_chosen_last()
    {
        var ui = new UiState();
        var changes = 0;
        ui.Changed += () => changes++;
        ui.Begin(UiState.English, UiState.SystemTheme);
        ui.SetLanguage(UiState.Chinese);

        Assert.Equal("你好", ui.T(new Localized("Hello", "你好")));
        Assert.Equal(1, changes);
    }
}
