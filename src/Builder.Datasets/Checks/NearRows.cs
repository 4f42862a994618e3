using Builder.Datasets.Columns;
using Builder.Datasets.Randomness;

namespace Builder.Datasets.Checks;

/// <summary>
/// Finds rows that are nearly the same: equal in their categories and dates, and in their numbers but for rounding or a hair's breadth. Rows that may be are found by
/// cutting every number's range into cells at random places, several times, so that the time grows with the number of rows only.
/// </summary>
internal sealed class NearRows
{
    /// <summary>Numbers are nearly the same that are no further apart than this share of what most of the column spans.</summary>
    private const double Hair = 0.002;

    /// <summary>A number may be another one rounded where the rounding leaves at least this many steps in what most of the column spans.</summary>
    private const double FewestSteps = 20;

    /// <summary>Rows within so many times what counts as nearly the same are merely alike.</summary>
    private const double Alike = 8;

    /// <summary>Where more of the rows are nearly the same, as readings of a slow sensor are, that is the nature of what was measured.</summary>
    private const double MostAlike = 0.34;

    private const double CellOfSpread = 0.25;
    private const int Cuts = 6;
    private const int MostInBucket = 40;
    private const int FewestNumbers = 2;
    private const int FewestValues = 30;
    private const int MostDecimals = 6;
    private const long Seed = 20_240_501;

    private readonly double[][] _numbers;
    private readonly double[] _spreads;
    private readonly ulong[] _others;
    private readonly double[][] _offsets;
    private readonly Buckets _buckets;

    // Of the row that is looked at.
    private readonly ulong[] _keys = new ulong[Cuts];

    private NearRows(double[][] numbers, double[] spreads, ulong[] others)
    {
        (_numbers, _spreads, _others, _buckets) = (numbers, spreads, others, new(others.Length, Cuts));
        var random = new Xoshiro256(Seed);
        _offsets = [.. Enumerable.Range(0, Cuts).Select(_ => spreads.Select(_ => random.NextDouble()).ToArray())];
    }

    /// <summary>Rows that are looked through for ones that are nearly the same; equal rows are found among all.</summary>
    public const int MostRows = 100_000;

    /// <summary>
    /// For each row the first that is nearly the same, on top of those that are equal. Where rows are merely alike more often than nearly the same, or most are nearly the
    /// same, being near is the nature of the table, and nothing is found.
    /// </summary>
    /// <param name="table">The rows.</param>
    /// <param name="columns">The columns by which they are compared.</param>
    /// <param name="first">For each row the first that is equal.</param>
    public static int[] FirstOf(RawTable table, IReadOnlyList<string> columns, int[] first)
    {
        var rows = Math.Min(table.RowCount, MostRows);
        var numbers = columns.Select(name => table.Find<NumberColumn>(name)?.Values).OfType<double[]>().AsParallel().AsOrdered().Select(values => (Values: values, Spread: SpreadOf(values, rows))).ToArray();
        var fine = numbers.Where(n => n.Spread > 0).ToArray();
        if (fine.Length < FewestNumbers)
        {
            return first;
        }

        var near = new NearRows([.. fine.Select(n => n.Values)], [.. fine.Select(n => n.Spread)], Others(table, columns, [.. fine.Select(n => n.Values)], rows));
        return near.Run(first, rows);
    }

    /// <summary>What most of a column's numbers span; 0 where they are whole, such as counts and codes, or so few that they are rather classes: those have to be equal.</summary>
    private static double SpreadOf(double[] values, int rows)
    {
        var known = values.Take(rows).Where(v => !double.IsNaN(v)).ToArray();
        if (Array.TrueForAll(known, v => v == Math.Floor(v)) || known.Distinct().Take(FewestValues).Count() < FewestValues)
        {
            return 0;
        }

        Array.Sort(known);
        var spread = known[known.Length * 19 / 20] - known[known.Length / 20];
        return double.IsFinite(spread) ? spread : 0;
    }

    /// <summary>One number for all that has to be equal: categories, texts, dates, numbers of few values, and where numbers are missing.</summary>
    private static ulong[] Others(RawTable table, IReadOnlyList<string> columns, double[][] fine, int rows)
    {
        var hashes = new ulong[rows];
        foreach (var name in columns)
        {
            var numbers = table.Find<NumberColumn>(name)?.Values;
            var codes = numbers is null ? table.Find<TextColumn>(name)?.Codes : null;
            var isFine = numbers is not null && Array.IndexOf(fine, numbers) >= 0;
            for (var row = 0; row < rows; row++)
            {
                var value = numbers is not null ? isFine ? double.IsNaN(numbers[row]) ? 1UL : 0UL : BitConverter.DoubleToUInt64Bits(numbers[row])
                    : codes is not null ? (ulong)codes[row] : 0UL;
                hashes[row] = Xoshiro256.Mixed(hashes[row] ^ value);
            }
        }

        return hashes;
    }

    private int[] Run(int[] equal, int rows)
    {
        var first = (int[])equal.Clone();
        var (joined, strays) = (0, 0);
        for (var row = 0; row < rows; row++)
        {
            if (equal[row] != row)
            {
                // The first of its kind may itself be nearly the same as one before.
                first[row] = first[equal[row]];
                continue;
            }

            var (nearest, distance) = Nearest(row);
            joined += distance <= 1 ? 1 : 0;
            strays += distance is > 1 and <= Alike ? 1 : 0;
            if (distance <= 1)
            {
                first[row] = nearest;
            }
            else
            {
                Keep(row);
            }
        }

        return joined > 0 && joined > strays && joined <= rows * MostAlike ? first : equal;
    }

    private (int Row, double Distance) Nearest(int row)
    {
        var (nearest, least) = (row, double.PositiveInfinity);
        for (var cut = 0; cut < Cuts && least > 1; cut++)
        {
            var looked = 0;
            _keys[cut] = Key(row, cut);
            for (var other = _buckets.Last(cut, _keys[cut]); other >= 0 && looked < MostInBucket; other = _buckets.Before(cut, other), looked++)
            {
                if (Distance(row, other, least) is var distance && distance < least)
                {
                    (nearest, least) = (other, distance);
                }
            }
        }

        return (nearest, least);
    }

    // What is near to no other was looked for in all cuts.
    private void Keep(int row)
    {
        for (var cut = 0; cut < Cuts; cut++)
        {
            _buckets.Add(cut, _keys[cut], row);
        }
    }

    private ulong Key(int row, int cut)
    {
        var key = _others[row];
        for (var i = 0; i < _numbers.Length; i++)
        {
            var value = _numbers[i][row];
            key = Xoshiro256.Mixed(key ^ (double.IsNaN(value) ? 0UL : (ulong)(long)Math.Floor((value / (_spreads[i] * CellOfSpread)) + _offsets[cut][i])));
        }

        return key;
    }

    /// <summary>How far two rows are apart, in what counts as nearly the same; infinite from <paramref name="most"/> on.</summary>
    private double Distance(int one, int other, double most)
    {
        var (largest, rounded) = (0.0, 0);
        for (var i = 0; i < _numbers.Length; i++)
        {
            var (a, b) = (_numbers[i][one], _numbers[i][other]);
            if (a.Equals(b))
            {
                continue;
            }

            var distance = Math.Abs(a - b) / (_spreads[i] * Hair);
            if (distance > 1 && Rounding(a, b, _spreads[i]) is var which and not 0 && which * rounded >= 0)
            {
                // Of a rounded copy every number that differs is the rounded one.
                (rounded, distance) = (which, 1);
            }

            largest = Math.Max(largest, distance);
            if (!(largest < most) || largest > Alike)
            {
                return double.PositiveInfinity;
            }
        }

        return largest;
    }

    /// <summary>1 where the first number is the second one rounded, −1 the other way round, 0 for neither.</summary>
    private static int Rounding(double a, double b, double spread)
    {
        var (one, other) = (Decimals(a), Decimals(b));
        if (one == other)
        {
            return 0;
        }

        var step = Math.Pow(10, -Math.Min(one, other));
        return Math.Abs(a - b) <= step / 2 * 1.000001 && step * FewestSteps <= spread ? Math.Sign(other - one) : 0;
    }

    private static int Decimals(double value)
    {
        var decimals = 0;
        for (var scaled = Math.Abs(value); decimals < MostDecimals && Math.Abs(scaled - Math.Round(scaled)) > 1e-9 * Math.Max(1, scaled); decimals++)
        {
            scaled *= 10;
        }

        return decimals;
    }
}
