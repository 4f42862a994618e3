using System.Text;
using System.Text.RegularExpressions;

namespace Builder.Datasets.Csv;

/// <summary>Tells whether numbers are written 1.5 or 1,5.</summary>
internal static partial class DecimalMarkDetection
{
    /// <summary>','  where some fields are numbers only with it, none only with '.', and not all look like thousands (1,234).</summary>
    public static byte Detect(IReadOnlyList<string[]> lines)
    {
        bool points = false, commas = false;
        foreach (var field in lines.SelectMany(l => l))
        {
            var text = Encoding.UTF8.GetBytes(field);
            points |= field.Contains('.', StringComparison.Ordinal) && NumberParser.TryParse(text, (byte)'.', out _);
            commas |= field.Contains(',', StringComparison.Ordinal) && NumberParser.TryParse(text, (byte)',', out _) && !Thousands().IsMatch(field);
        }

        return commas && !points ? (byte)',' : (byte)'.';
    }

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2},\d{3}$")]
    private static partial Regex Thousands();
}
