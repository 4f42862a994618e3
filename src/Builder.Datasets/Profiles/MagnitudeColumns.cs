using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Profiles;

/// <summary>Finds columns whose numbers are multiplied by what stands behind them: "1.2M" beside "850K", "3亿" beside "8500".</summary>
internal static class MagnitudeColumns
{
    // Months and sizes are no larger than that.
    private const double LargestSmall = 100;

    // So many cells among those of an open magnitude make it clear: two and one in a hundred, or one in twenty.
    private const int FewestOthers = 2;
    private const int OthersIn = 100;
    private const int FewOf = 20;

    /// <summary>Reads such columns with what multiplies their numbers.</summary>
    /// <param name="asked">The source as somebody described it: what it says of a column is not decided here.</param>
    /// <param name="complete">The source with what was found out so far.</param>
    /// <param name="columns">All columns; those found are replaced.</param>
    /// <param name="read">Reads the columns at these places so.</param>
    /// <returns>The source, which says so of each column: one new row alone would not tell.</returns>
    public static TableSource Read(TableSource asked, TableSource complete, RawColumn[] columns, Func<int[], RawColumn[]> read)
    {
        int[] found = [.. Enumerable.Range(0, columns.Length).Where(i => asked.MagnitudesOf(columns[i].Name) is null && complete.DateOrderOf(columns[i].Name) is null && Are(columns[i]))];
        var numbers = found.Length == 0 ? [] : read(found);
        foreach (var (place, i) in found.Index())
        {
            columns[i] = numbers[place];
            complete = complete.WithMagnitudes(columns[i].Name, are: true);
        }

        return complete;
    }

    private static bool Are(RawColumn column)
    {
        var seen = new Seen();
        return column switch
        {
            TextColumn { Dates: null } texts => TextCells.AreNearlyAll(texts, seen.Fits) && seen.AreMeant,
            NumberColumn { Findings: { Duration: null } findings } => findings.Units.All(seen.Fits) && seen.AreMeantWith(findings.Strange),
            _ => false,
        };
    }

    /// <summary>What stands behind the numbers of a column.</summary>
    private sealed class Seen
    {
        private readonly Dictionary<(string Text, MagnitudeKind Kind), int> _counts = [];
        private bool _hasCurrency;
        private bool _hasParts;

        /// <summary>Whether it multiplies them.</summary>
        public bool AreMeant => _counts.Count > 0 && Magnitudes.AreMeant([.. _counts.Keys.Select(k => k.Text)], _hasCurrency, _hasParts);

        /// <summary>
        /// The same for a column of numbers, once the cells that are none by themselves were looked at. A single "5M" does not turn kelvins into thousands.
        /// </summary>
        public bool AreMeantWith(IEnumerable<StrangeCell> cells)
        {
            foreach (var cell in cells)
            {
                _ = Fits(cell.Text);
            }

            var (all, open) = (_counts.Values.Sum(), _counts.Where(c => c.Key.Kind == MagnitudeKind.Open).Select(c => c.Value).DefaultIfEmpty().Max());
            var others = all - open;
            return AreMeant && (open == 0 || _hasCurrency || others * FewOf >= all || (others >= FewestOthers && others * OthersIn >= all));
        }

        /// <summary>Looks at a cell: a number that is multiplied, or one with no other unit than a currency.</summary>
        public bool Fits(string text)
        {
            if (!Magnitudes.TryParse(text, '.', out var number, out var magnitude))
            {
                return NumberText.TryParse(text, '.', out number) && (number.Unit is not { } unit || Units.IsCurrency(unit));
            }

            var bare = Math.Abs(number.Value) / magnitude.Factor;
            Add((magnitude.Text, magnitude.Kind), 1);
            _hasCurrency |= number.Unit is not null;
            _hasParts |= bare > LargestSmall || bare != Math.Floor(bare);
            return true;
        }

        /// <summary>Looks at a unit that stands beside so many numbers.</summary>
        public bool Fits(KeyValuePair<string, int> unit)
        {
            if (Magnitudes.OfUnit(unit.Key) is not { } magnitude)
            {
                return Units.IsCurrency(unit.Key);
            }

            Add(magnitude, unit.Value);
            return true;
        }

        private void Add((string Text, MagnitudeKind Kind) magnitude, int count) => _counts[magnitude] = _counts.GetValueOrDefault(magnitude) + count;
    }
}
