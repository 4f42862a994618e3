using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Settings;

/// <summary>Language and theme.</summary>
public sealed partial class LookSettings
{
    private static readonly (string Code, string Name, string Tag)[] Languages = [(UiState.English, "English", "en"), (UiState.Chinese, "简体中文", "zh-Hans")];

    private static readonly string[] Themes = [UiState.LightTheme, UiState.DarkTheme, UiState.SystemTheme];

    [Inject]
    private ShellScript Script { get; set; } = null!;

    private Task ChooseLanguage(string language)
    {
        Ui.SetLanguage(language);
        return Script.ShowLanguageAsync(language);
    }

    private Task ChooseTheme(string theme)
    {
        Ui.SetTheme(theme);
        return Script.ShowThemeAsync(theme);
    }
}
