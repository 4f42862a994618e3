using System.Text;
using Builder.Datasets.Import;

namespace Builder.Datasets.Csv;

/// <summary>Tells whether the first line of a table holds names or values.</summary>
internal static class HeaderDetection
{
    /// <summary>
    /// Names, unless one of them is a number or a date, or they are not all different, or one occurs again below in its own column
    /// of texts.
    /// </summary>
    public static bool HasHeader(IReadOnlyList<string[]> lines, byte decimalMark, IReadOnlyCollection<string> missing)
    {
        if (lines.Count == 0)
        {
            return true;
        }

        var first = lines[0];
        var named = first.Where(f => f.Length > 0).ToArray();
        if (named.Length == 0 || named.Any(f => IsNumber(f, decimalMark) || DateText.Detect([f]) is not null))
        {
            return false;
        }

        var columns = Enumerable.Range(0, first.Length).Select(c => lines.Skip(1).Where(l => c < l.Length).Select(l => l[c]).ToArray()).ToArray();
        if (columns.Any(c => c.Any(f => IsNumber(f, decimalMark)) && c.All(f => missing.Contains(f) || IsNumber(f, decimalMark))))
        {
            return true;
        }

        return named.Distinct(StringComparer.Ordinal).Count() == named.Length
            && !columns.Where((column, index) => column.Contains(first[index], StringComparer.Ordinal)).Any();
    }

    private static bool IsNumber(string field, byte decimalMark) =>
        NumberParser.TryParse(Encoding.UTF8.GetBytes(field), decimalMark, out _);
}
