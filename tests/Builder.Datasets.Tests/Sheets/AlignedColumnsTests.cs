using Builder.Datasets.Sheets;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>Columns that only blanks set apart, and running text that looks alike.</summary>
public sealed class AlignedColumnsTests
{
    [Fact]
    public void Lines_of_text_that_are_alike_are_no_columns() =>
        Assert.Null(LineSheets.AlignedAt(string.Concat(Enumerable.Range(0, 400).Select(i => $"The boat number {i} went out in the morning and came home in the evening.\n"))));

    [Fact]
    public void Words_with_wide_gaps_and_numbers_with_narrow_ones_are_columns()
    {
        Assert.Equal((int[])[0, 8, 16], LineSheets.AlignedAt("name    city    kind\nAnn     Rome    a\nBob     Oslo    b\nCid     Bonn    a\nDan     Kyiv    b\n"));
        Assert.Equal((int[])[0, 3, 6], LineSheets.AlignedAt("11 12 yes\n22  3 no\n 3 14 no\n14 25 yes\n15 16 no\n"));
    }
}
