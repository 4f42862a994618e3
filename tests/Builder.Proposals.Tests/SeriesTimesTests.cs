using Builder.Datasets.Columns;
using Builder.Proposals.Columns;

namespace Builder.Proposals.Tests;

/// <summary>How times follow each other is what sorting all rows and comparing neighbours says, whatever short cuts are taken.</summary>
public sealed class SeriesTimesTests
{
    private readonly Random _random = new(21);

    [Fact]
    public void Order_repeats_and_steps_are_those_of_sorting_all_rows()
    {
        var orders = 0;
        for (var round = 0; round < 600; round++)
        {
            var (keys, series) = Draw();
            var values = series is null ? null : ValueCodes.Of(new RawTable("t", [new NumberColumn("s", [.. series.Select(s => (double)s)])], ""), "s");
            var times = SeriesTimes.Of(new RowTimes(keys), values);
            var expected = Expected(keys, series);

            Assert.Equal(expected.AreOrder, times.AreOrder);
            Assert.Equal(expected.Missing, times.Missing);
            if (expected.AreOrder)
            {
                orders++;
                Assert.Equal(expected.Repeats, times.Repeats);
                Assert.Equal(expected.Step, times.Step);
                Assert.Equal(expected.IsOrderly, times.IsOrderly);
            }
        }

        Assert.InRange(orders, 60, 540);
    }

    [Fact]
    public void Values_are_numbered_in_order_of_appearance()
    {
        for (var round = 0; round < 100; round++)
        {
            string?[] texts = [.. Enumerable.Range(0, _random.Next(1, 60)).Select(_ => _random.Next(8) == 0 ? null : $"{_random.Next(9)}")];
            int[] picked = [.. Enumerable.Range(0, texts.Length).Where(_ => _random.Next(3) > 0)];
            var table = new RawTable("t", [new TextColumn("text", texts), new NumberColumn("number", [.. texts.Select(t => t is null ? double.NaN : t[0])])], "").Select(picked);
            List<string?> seen = [.. picked.Select(row => texts[row]).Where(t => t is not null).Distinct()];
            foreach (var column in new[] { "text", "number" })
            {
                var values = ValueCodes.Of(table, column)!;
                Assert.Equal(picked.Select(row => seen.IndexOf(texts[row])), values.Codes);
                Assert.Equal(seen.Count, values.Count);
            }
        }
    }

    private (double[] Keys, int[]? Series) Draw()
    {
        var (rows, apart) = (_random.Next(2, 120), _random.Next(1, 4));
        int[]? series = apart == 1 ? null : [.. Enumerable.Range(0, rows).Select(_ => _random.Next(apart))];
        double[] keys = _random.Next(4) switch
        {
            0 => [.. Enumerable.Range(0, rows).Select(_ => (double)_random.Next(rows))],
            1 => [.. Enumerable.Range(0, rows).Select(row => (double)(row / apart))],
            2 => [.. Enumerable.Range(0, rows).Select(row => (double)-row)],
            _ => [.. Enumerable.Range(0, rows).Select(row => row * 0.5).OrderBy(_ => _random.Next())],
        };
        for (var odd = _random.Next(3); odd > 0 && rows > 10; odd--)
        {
            keys[_random.Next(rows)] = _random.Next(2) == 0 ? double.NaN : keys[0];
        }

        return (keys, series);
    }

    private static (bool AreOrder, int Missing, int[] Repeats, double Step, bool IsOrderly) Expected(double[] keys, int[]? series)
    {
        int[] known = [.. Enumerable.Range(0, keys.Length).Where(row => !double.IsNaN(keys[row]))];
        int[] sorted = [.. known.OrderBy(row => series?[row] ?? 0).ThenBy(row => keys[row])];
        var pairs = sorted.Zip(sorted.Skip(1)).Where(p => series is null || series[p.First] == series[p.Second]).ToArray();
        int[] repeats = [.. pairs.Where(p => keys[p.First] == keys[p.Second]).Select(p => p.Second).Order()];
        double[] steps = [.. pairs.Where(p => keys[p.First] != keys[p.Second]).Select(p => keys[p.Second] - keys[p.First])];
        var groups = known.GroupBy(row => series?[row] ?? 0).Select(g => g.Select(row => keys[row]).ToArray()).ToArray();
        var isOrderly = groups.All(g => g.Zip(g.Skip(1)).All(p => p.First <= p.Second)) || groups.All(g => g.Zip(g.Skip(1)).All(p => p.First >= p.Second));
        var usual = steps.Length == 0 ? 0 : steps.Order().ElementAt(steps.Length / 2);
        var recurring = steps.CountBy(s => Math.Round(s / usual)).Where(c => c.Key <= 1 || c.Value >= Math.Max(3, steps.Length * 0.02)).Sum(c => c.Value);
        var isRegular = steps.Length > 0 && steps.Count(s => s >= usual * 0.8 && s <= usual * 1.25) >= steps.Length * 0.5 && recurring >= steps.Length * 0.8;
        var missing = keys.Length - known.Length;
        return (missing <= keys.Length * 0.05 && repeats.Length <= keys.Length * 0.05 && (isOrderly || isRegular), missing, repeats, usual, isOrderly);
    }
}
