namespace Builder.Datasets.Numbers;

/// <summary>Whether nearly all cells of a column are of one kind, so that the column is: a cell never decides for a column.</summary>
internal static class NearlyAll
{
    // A column may hold one stranger from this many cells on that fit,
    private const int MostTrustedOf = 4;

    // and one in so many.
    private const int StrangersIn = 10;

    /// <summary>Whether the column is of the kind.</summary>
    /// <param name="fitting">Cells of that kind.</param>
    /// <param name="strangers">Cells that are neither of that kind nor a usual mark for "no value".</param>
    /// <param name="gapMarks">Cells with such a mark; together with the strangers they may be twice as many as what fits.</param>
    public static bool Fit(int fitting, int strangers, int gapMarks) =>
        strangers <= Math.Max(fitting >= MostTrustedOf ? 1 : 0, fitting / StrangersIn) && (strangers + gapMarks == 0 || fitting * 2L >= strangers + gapMarks);
}
