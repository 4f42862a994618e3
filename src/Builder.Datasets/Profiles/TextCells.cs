using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;

namespace Builder.Datasets.Profiles;

/// <summary>Tells of what kind the cells of a column of texts are.</summary>
internal static class TextCells
{
    private enum Kind : byte
    {
        Unknown,
        Fitting,
        GapMark,
        Strange,
    }

    /// <summary>Whether nearly all cells fit, usual marks for a gap aside. Of a column that does not, only its beginning is looked at.</summary>
    /// <param name="column">The column.</param>
    /// <param name="fits">Whether a text fits; asked once for each.</param>
    public static bool AreNearlyAll(TextColumn column, Predicate<string> fits)
    {
        var (fitting, gapMarks, strange) = (0, 0, 0);
        var kinds = new Kind[column.Entries.Length];
        foreach (var code in column.Codes)
        {
            if (code >= 0)
            {
                var kind = kinds[code] = kinds[code] != Kind.Unknown ? kinds[code] : KindOf(column.Entries[code], fits);
                fitting += kind == Kind.Fitting ? 1 : 0;
                gapMarks += kind == Kind.GapMark ? 1 : 0;
                strange += kind == Kind.Strange ? 1 : 0;
                if (kind == Kind.Strange && !NearlyAll.Fit(column.Count - strange, strange, gapMarks: 0))
                {
                    // Not even if all others were.
                    return false;
                }
            }
        }

        return fitting > 0 && NearlyAll.Fit(fitting, strange, gapMarks);
    }

    private static Kind KindOf(string text, Predicate<string> fits) => fits(text) ? Kind.Fitting : GapMarks.Contains(text) ? Kind.GapMark : Kind.Strange;
}
