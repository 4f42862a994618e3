using System.Globalization;
using System.Text;

namespace Builder.Graph.Json;

/// <summary>Writes JSON values as people would: spaces inside brackets, Chinese and other letters as they are.</summary>
internal static class JsonText
{
    /// <summary>A string in quotes; only quotes, backslashes, control characters and line separators are escaped.</summary>
    public static StringBuilder AppendText(this StringBuilder json, string text)
    {
        json.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            AppendCharacter(json, text, ref i);
        }

        return json.Append('"');
    }

    /// <summary>A whole number.</summary>
    public static StringBuilder AppendWhole(this StringBuilder json, long value) => json.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>A real number in the fewest digits that read back the same, with a point or exponent so that it is not taken for a whole one.</summary>
    public static StringBuilder AppendReal(this StringBuilder json, double value)
    {
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        json.Append(digits);
        return digits.AsSpan().IndexOfAny('.', 'E') < 0 ? json.Append(".0") : json;
    }

    /// <summary>A coordinate: as short as it can be.</summary>
    public static StringBuilder AppendCoordinate(this StringBuilder json, double value) =>
        json.Append((value == 0 ? 0 : value).ToString("R", CultureInfo.InvariantCulture));

    private static void AppendCharacter(StringBuilder json, string text, ref int index)
    {
        var c = text[index];
        switch (c)
        {
            case '"' or '\\':
                json.Append('\\').Append(c);
                break;
            case '\n':
                json.Append("\\n");
                break;
            case '\t':
                json.Append("\\t");
                break;
            case < ' ' or '\u007f' or '\u2028' or '\u2029' or '\ufeff':
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                break;
            case var _ when char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]):
                json.Append(c).Append(text[++index]);
                break;
            default:
                json.Append(char.IsSurrogate(c) ? '\ufffd' : c);
                break;
        }
    }
}
