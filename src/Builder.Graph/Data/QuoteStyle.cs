using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>What double quotes mean in a file of separated values.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<QuoteStyle>))]
public enum QuoteStyle
{
    /// <summary>A value in quotes may hold separators and line breaks; a quote inside is written twice (RFC 4180).</summary>
    Doubled,

    /// <summary>The same, but a quote inside has a backslash in front, as MySQL writes it; a backslash is written twice then.</summary>
    Backslash,

    /// <summary>A value in quotes ends in its own line: a quote that is not closed there is an ordinary character.</summary>
    OneLine,

    /// <summary>Quotes are ordinary characters.</summary>
    Ordinary,
}
