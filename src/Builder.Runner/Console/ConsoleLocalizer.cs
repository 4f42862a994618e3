using Builder.Graph;

namespace Builder.Runner.Console;

/// <summary>The language of the person at the console.</summary>
public static class ConsoleLocalizer
{
    /// <summary>"zh" where the environment asks for Chinese, otherwise "en".</summary>
    public static string Language { get; } = Detect();

    /// <summary>The text in the person's language.</summary>
    public static string In(Localized text) => text.In(Language);

    /// <summary>The text in the person's language.</summary>
    public static string In(string en, string zh) => In(new Localized(en, zh));

    private static string Detect()
    {
        IEnumerable<string> variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
        var setting = variables
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return setting?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "zh" : "en";
    }
}
