using System.Globalization;
using System.Text.RegularExpressions;

namespace Builder.Datasets.Csv;

/// <summary>
/// Writes tables as CSV, comma and double quotes as in RFC 4180. A spreadsheet program takes a field that begins with = + - @ or an invisible
/// character for a formula, and runs it: such a field gets an apostrophe before it, unless it is a number. Column names are fields like any other.
/// Source: https://owasp.org/www-community/attacks/CSV_Injection.
/// </summary>
public static partial class CsvWriter
{
    private const string Quoted = ",\"\r\n";

    // The wide forms are read as formulas where the keyboard gives them, as in Chinese and Japanese.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>A line, without its end. A field that is null is empty.</summary>
    public static string Line(IEnumerable<string?> fields) => string.Join(',', fields.Select(Field));

    /// <summary>A number with so many significant digits, with a point in every country; empty where there is none.</summary>
    public static string Number(double? value, int digits) =>
        value is { } number ? number.ToString(string.Create(CultureInfo.InvariantCulture, $"G{digits}"), CultureInfo.InvariantCulture) : "";

    private static string Field(string? text)
    {
        var safe = text is { Length: > 1 } && FormulaStarts.Contains(text[0], StringComparison.Ordinal) && !IsNumber().IsMatch(text) ? "'" + text : text ?? "";
        return safe.AsSpan().IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Digits, marks and an exponent can be no formula, whichever country's marks they are.
    [GeneratedRegex(@"^[+-]\d*[.,]?\d[\d.,]*(?:[eE][+-]?\d+)?%?\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsNumber();
}
