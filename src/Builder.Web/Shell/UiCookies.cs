namespace Builder.Web.Shell;

/// <summary>Language and theme as the browser keeps them.</summary>
public static class UiCookies
{
    /// <summary>Name of the cookie of the language.</summary>
    public const string LanguageName = "builder-language";

    /// <summary>Name of the cookie of the theme.</summary>
    public const string ThemeName = "builder-theme";

    /// <summary>The language chosen before, or else the one that the browser prefers.</summary>
    public static string Language(HttpRequest request) => request.Cookies[LanguageName] switch
    {
        UiState.Chinese => UiState.Chinese,
        UiState.English => UiState.English,
        _ => request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).FirstOrDefault()?.Value.Value
            ?.StartsWith(UiState.Chinese, StringComparison.OrdinalIgnoreCase) == true ? UiState.Chinese : UiState.English,
    };

    /// <summary>The theme chosen before, or else the system's.</summary>
    public static string Theme(HttpRequest request) =>
        request.Cookies[ThemeName] is "light" or "dark" ? request.Cookies[ThemeName]! : UiState.SystemTheme;
}
