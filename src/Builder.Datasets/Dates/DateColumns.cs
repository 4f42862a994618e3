using Builder.Datasets.Columns;
using Builder.Datasets.Numbers;
using Builder.Graph.Data;

namespace Builder.Datasets.Dates;

/// <summary>Tells whether a column of texts is one of dates, and in which order it writes them: a cell never decides for a column.</summary>
public static class DateColumns
{
    private static readonly DateOrder[] Orders = [DateOrder.YearFirst, DateOrder.DayFirst, DateOrder.MonthFirst, DateOrder.NoYear, DateOrder.TimeOfDay];

    // A column of texts is known as one after so many.
    private const int TextsOfDoubt = 200;

    /// <summary>What is seen where a column is read as dates; null where it is not one. Lines of strange cells are not known yet and 0.</summary>
    /// <param name="column">All cells of the column, missing ones aside.</param>
    /// <param name="given">How its dates are written, where that is known; then up to half of the cells may be strangers.</param>
    /// <param name="prefersDayFirst">Whether the day is first where day and month cannot be told apart and nothing else in the column speaks for one of them.</param>
    public static DateFindings? Look(TextColumn column, DateOrder? given, bool prefersDayFirst = false)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (given?.AreNoDates() == true || Tally.Of(column, given) is not { } tally)
        {
            return null;
        }

        var order = given ?? tally.Best(column, prefersDayFirst);
        var fitting = tally.Fitting(order);
        var strangers = tally.Present - tally.GapMarks - fitting;
        var isOne = fitting > 0 && (given is null ? NearlyAll.Fit(fitting, strangers, tally.GapMarks) && tally.IsNoVersion(order) && !tally.AreSeasons : strangers <= fitting);
        return isOne ? tally.Findings(column, order, strangers) : null;
    }

    /// <summary>The column as one of dates: cells that are none are missing.</summary>
    public static TextColumn Read(TextColumn column, DateFindings findings)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(findings);
        var codes = column.Codes;
        if (findings.StrangeCount > 0)
        {
            var fits = column.Entries.ConvertAll(text => DateText.TryParse(text, findings.Order, out _));
            codes = Array.ConvertAll(codes, code => code >= 0 && fits[code] ? code : TextColumn.Missing);
        }

        return new TextColumn(column.Name, codes, column.Entries) { Dates = findings };
    }

    /// <summary>What the different texts of a column say, each counted as often as it occurs.</summary>
    private sealed class Tally
    {
        private readonly Dictionary<DateOrder, int> _fitting = Orders.ToDictionary(o => o, _ => 0);

        // As long as the texts that were looked at: most columns are known as no dates after the first.
        private WrittenDate?[] _written = [];
        private readonly int[] _rows;
        private int _likeVersion;
        private bool _hasPoints;

        private Tally(TextColumn column)
        {
            _rows = new int[column.Entries.Length];
            foreach (var code in column.Codes)
            {
                if (code >= 0)
                {
                    _rows[code]++;
                }
            }
        }

        /// <summary>Cells that are not empty.</summary>
        public int Present { get; private set; }

        /// <summary>Those of them that hold a usual mark for "no value".</summary>
        public int GapMarks { get; private set; }

        /// <summary>Whether the months are years that follow the years before them: 2010/11, 2011/12.</summary>
        public bool AreSeasons { get; private set; }

        /// <summary>Looks at all texts; null as soon as too many are no dates.</summary>
        public static Tally? Of(TextColumn column, DateOrder? given)
        {
            var tally = new Tally(column);
            var strange = 0;
            for (var entry = 0; entry < column.Entries.Length; entry++)
            {
                if (tally._rows[entry] > 0 && !tally.Add(column.Entries[entry], entry, given) && ++strange > TextsOfDoubt && strange * 2 > entry)
                {
                    return null;
                }
            }

            Array.Resize(ref tally._written, column.Entries.Length);
            tally.AreSeasons = tally.HasOnlySeasons();
            return tally;
        }

        public int Fitting(DateOrder order) => _fitting[order];

        /// <summary>The order in which most dates can be read. Of two that are as good it is the one in which the rows are sorted, else the usual one.</summary>
        public DateOrder Best(TextColumn column, bool prefersDayFirst)
        {
            var most = _fitting.Values.Max();
            var best = Orders.Where(o => _fitting[o] == most).ToArray();
            if (best.Length == 1 || best[0] == DateOrder.YearFirst && Array.TrueForAll(_written, w => w is null or { Kind: WrittenKind.Date }))
            {
                return best[0];
            }

            var spans = best.Select(Years).ToArray();
            best = [.. best.Where((_, i) => spans[i] == spans.Min())];
            var sorted = best.Where(o => IsSorted(column, o)).ToArray();
            best = sorted.Length == 1 ? sorted : best;
            return (prefersDayFirst || _hasPoints) && best.Contains(DateOrder.DayFirst) ? DateOrder.DayFirst
                : best.Contains(DateOrder.MonthFirst) ? DateOrder.MonthFirst : best[0];
        }

        /// <summary>Whether what looks like versions (1.12.10) has days that no month could be.</summary>
        public bool IsNoVersion(DateOrder order) =>
            _likeVersion * 2 <= _fitting[order] || (order == DateOrder.DayFirst && _fitting[DateOrder.MonthFirst] * 5 <= _fitting[order] * 4);

        public DateFindings Findings(TextColumn column, DateOrder order, int strangers)
        {
            var (grain, needs, digits, open, shorts) = (DateGrain.Quarter, false, 0, -1, false);
            var other = order switch { DateOrder.DayFirst => DateOrder.MonthFirst, DateOrder.MonthFirst => DateOrder.DayFirst, _ => (DateOrder?)null };
            other = other is { } o && _fitting[o] == _fitting[order] ? other : null;
            for (var entry = 0; entry < _written.Length; entry++)
            {
                if (_written[entry] is not { } written || !written.TryIn(order, out var moment))
                {
                    continue;
                }

                grain = written.Grain > grain ? written.Grain : grain;
                needs |= written.NeedsOrder;
                digits += written.IsDigits ? _rows[entry] : 0;
                shorts |= written.HasShortYear;
                open = other is { } turned && open < 0 && written.TryIn(turned, out var otherwise) && otherwise != moment ? entry : open;
            }

            var strange = strangers + GapMarks == 0 ? [] : Enumerable.Range(0, column.Count)
                .Where(row => column.Codes[row] is var code && code >= 0 && !DateText.TryParse(column.Entries[code], order, out _))
                .Select(row => new StrangeCell(row, 0, column[row]!)).ToArray();
            return new DateFindings
            {
                Order = order, Grain = order >= DateOrder.ExcelDays ? DateGrain.Moment : grain, NeedsOrder = needs || order >= DateOrder.NoYear,
                Other = open >= 0 ? other : null, Open = open >= 0 ? column.Entries[open] : null,
                AreDigits = digits * 2 > _fitting[order], HasShortYears = shorts,
                Strange = [.. strange], StrangeCount = strange.Length, GapMarks = GapMarks,
            };
        }

        /// <summary>Counts a text; false where it is no date in any order.</summary>
        private bool Add(string text, int entry, DateOrder? given)
        {
            Present += _rows[entry];
            if (given is { } count and >= DateOrder.ExcelDays)
            {
                var fits = DateText.TryParse(text, count, out _);
                _fitting[count] = _fitting.GetValueOrDefault(count) + (fits ? _rows[entry] : 0);
                GapMarks += !fits && Numbers.GapMarks.Contains(text) ? _rows[entry] : 0;
                return fits;
            }

            if (!DateText.TryRead(text, out var written) || (written.IsDigits && given is null))
            {
                GapMarks += Numbers.GapMarks.Contains(text) ? _rows[entry] : 0;
                return false;
            }

            var any = false;
            foreach (var order in Orders)
            {
                if (written.TryIn(order, out _))
                {
                    _fitting[order] += _rows[entry];
                    any = true;
                }
            }

            Keep(entry, any ? written : null);
            _hasPoints |= any && written is { HasPoints: true, Kind: not WrittenKind.Date };
            _likeVersion += any && written.IsLikeVersion ? _rows[entry] : 0;
            return any;
        }

        private void Keep(int entry, WrittenDate? written)
        {
            if (entry >= _written.Length)
            {
                Array.Resize(ref _written, Math.Min(_rows.Length, Math.Max(TextsOfDoubt, entry * 2)));
            }

            _written[entry] = written;
        }

        private bool HasOnlySeasons()
        {
            var months = _written.Where(w => w is not null).Select(w => w!.Value).ToArray();
            return months.Length > 1 && Array.TrueForAll(months, w => w.Grain == DateGrain.Month && w.Second == (w.First + 1) % 100);
        }

        private int Years(DateOrder order)
        {
            var (first, last) = (int.MaxValue, 0);
            foreach (var written in _written)
            {
                if (written is { } one && one.TryIn(order, out var moment))
                {
                    (first, last) = (Math.Min(first, moment.Year), Math.Max(last, moment.Year));
                }
            }

            return last - first;
        }

        private bool IsSorted(TextColumn column, DateOrder order)
        {
            var keys = Array.ConvertAll(_written, w => w is { } one && one.TryIn(order, out var moment) ? moment : (DateTime?)null);
            var moments = column.Codes.Where(c => c >= 0).Select(c => keys[c]).OfType<DateTime>().ToArray();
            var (rises, falls) = (0, 0);
            for (var i = 1; i < moments.Length; i++)
            {
                rises += moments[i] > moments[i - 1] ? 1 : 0;
                falls += moments[i] < moments[i - 1] ? 1 : 0;
            }

            return moments.Length > 2 && (rises == 0) != (falls == 0);
        }
    }
}
