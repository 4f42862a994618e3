using Builder.Graph;

namespace Builder.Web.Shell;

/// <summary>How one window shows things: its language and its theme. One for each circuit.</summary>
public sealed class UiState
{
    /// <summary>The code of English.</summary>
    public const string English = "en";

    /// <summary>The code of Simplified Chinese.</summary>
    public const string Chinese = "zh";

    /// <summary>The bright theme.</summary>
    public const string LightTheme = "light";

    /// <summary>The dark theme.</summary>
    public const string DarkTheme = "dark";

    /// <summary>The theme that follows the operating system.</summary>
    public const string SystemTheme = "system";

    /// <summary>"en" or "zh".</summary>
    public string Language { get; private set; } = English;

    /// <summary>"light", "dark" or "system".</summary>
    public string Theme { get; private set; } = SystemTheme;

    /// <summary>Raised when the person chooses another language or theme.</summary>
    public event Action? Changed;

    /// <summary>The text in the window's language.</summary>
    public string T(Localized text) => text.In(Language);

    /// <summary>What the browser came with; says nothing to anyone.</summary>
    public void Begin(string language, string theme) => (Language, Theme) = (language, theme);

    /// <summary>Chooses a language; anything but Chinese is English.</summary>
    public void SetLanguage(string language)
    {
        Language = language == Chinese ? Chinese : English;
        Changed?.Invoke();
    }

    /// <summary>Chooses a theme; anything but "light" and "dark" follows the system.</summary>
    public void SetTheme(string theme)
    {
        Theme = theme is LightTheme or DarkTheme ? theme : SystemTheme;
        Changed?.Invoke();
    }
}
