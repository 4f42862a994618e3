using Builder.Datasets.Numbers;

namespace Builder.Datasets.Csv;

/// <summary>How many fields the rows of a table have, where the first line has others, and whether rows that have fewer are filled up.</summary>
/// <param name="Fields">Fields of a row.</param>
/// <param name="Complete">Fields of a row that lacks none: fewer where the line of names ends with separators that no row has.</param>
/// <param name="HasRowNames">Whether the line of names lacks one for the first column, as R writes it.</param>
/// <param name="FillsUp">Whether a line with fewer fields is a row whose last ones are missing; else it is refused, for the separator may be the wrong one.</param>
internal readonly record struct RowWidth(int Fields, int Complete, bool HasRowNames, bool FillsUp)
{
    /// <summary>Fields that a line of names must have to be believed where rows have more: one alone is rather a title.</summary>
    private const int FewestNames = 2;

    /// <summary>One line in so many may lack fields.</summary>
    private const int ShortIn = 10;

    /// <summary>Looks at the first lines of a table.</summary>
    public static RowWidth Of(IReadOnlyList<string[]> lines)
    {
        var first = lines.Count == 0 ? 0 : lines[0].Length;
        if (lines.Count < 2)
        {
            return new(first, first, false, false);
        }

        var usual = lines.Skip(1).GroupBy(l => l.Length).MaxBy(g => g.Count())!;
        var (width, others) = (usual.Key, lines.Count - 1 - usual.Count());
        var isUsual = others * ShortIn <= lines.Count - 1;
        var areGroups = lines[0].Any(f => f.Length == 0) && GroupedNames.Lines(lines) > 1;
        if (isUsual && first >= FewestNames && width > first && (areGroups || !lines[0].Any(f => NumberText.TryParse(f, '.', out _))))
        {
            return new(width, width, !areGroups && width == first + 1 && usual.Any(l => l[^1].Length > 0), true);
        }

        // A separator behind the last name, and none behind the last value.
        var isBehindNames = width >= FewestNames && width < first && lines[0].Skip(width).All(f => f.Length == 0);
        return new(first, isBehindNames ? width : first, false, isUsual && (width == first || isBehindNames));
    }
}
