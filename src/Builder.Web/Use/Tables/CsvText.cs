using System.Globalization;

namespace Builder.Web.Use.Tables;

/// <summary>Fields of a CSV file.</summary>
internal static class CsvText
{
    /// <summary>A line of fields.</summary>
    public static string Line(IEnumerable<string?> fields) => string.Join(',', fields.Select(Field));

    /// <summary>A number with the digits that a prediction has.</summary>
    public static string Number(double? value) => value is { } number ? number.ToString("G6", CultureInfo.InvariantCulture) : "";

    private static string Field(string? text) => text is null ? ""
        : text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
