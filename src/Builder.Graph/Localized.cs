namespace Builder.Graph;

/// <summary>A text for people, in every language of the product. Both are written, neither is generated from the other.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">Simplified Chinese.</param>
public sealed record Localized(string En, string Zh)
{
    /// <summary>The text in <paramref name="language"/>: Chinese for codes that begin with "zh", English for all others.</summary>
    public string In(string? language) =>
        language is not null && language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;

    /// <summary>The same text in both languages, for what is not translated: names, numbers, code.</summary>
    public static Localized Same(string text) => new(text, text);

    /// <inheritdoc/>
    public override string ToString() => En;
}
