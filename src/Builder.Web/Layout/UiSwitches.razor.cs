using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Layout;

/// <summary>Language and theme, changed in place.</summary>
public sealed partial class UiSwitches
{
    private static readonly string[] Themes = [UiState.LightTheme, UiState.DarkTheme, UiState.SystemTheme];

    [Inject]
    private ShellScript Script { get; set; } = null!;

    private static string IconOf(string theme) => theme switch { UiState.LightTheme => "sun", UiState.DarkTheme => "moon", _ => "monitor" };

    private async Task SwitchLanguage()
    {
        Ui.SetLanguage(Ui.Language == UiState.Chinese ? UiState.English : UiState.Chinese);
        await Script.ShowLanguageAsync(Ui.Language);
    }

    private async Task Choose(string theme)
    {
        Ui.SetTheme(theme);
        await Script.ShowThemeAsync(theme);
    }
}
