using Builder.Web.Scores;

namespace Builder.Web.Evaluate.Plots;

/// <summary>A plot as a table, for those who would rather read, or cannot see it.</summary>
public static class PlotRows
{
    private const int Most = 25;

    /// <summary>Rows of x and the value of each series there, at most 25, spread evenly.</summary>
    public static IReadOnlyList<string[]> Of(PlotSpec spec)
    {
        var xs = Spread([.. spec.Series.SelectMany(s => s.Points).Select(p => p[0]).Distinct().Order()]);
        var series = spec.Series.Select(s => s.Points.GroupBy(p => p[0]).ToDictionary(g => g.Key, g => g.Last()[1])).ToList();
        return [.. xs.Select(x => (string[])[Across(spec, x), .. series.Select(s => s.TryGetValue(x, out var y) ? Told(y, spec.YPercent) : "–")])];
    }

    private static string Across(PlotSpec spec, double x) => spec.BarWidth is { } width
        ? $"{Told(x - (width / 2), spec.XPercent)} … {Told(x + (width / 2), spec.XPercent)}" : Told(x, spec.XPercent);

    private static string Told(double value, bool isShare) => isShare ? Figures.Percent(value) : Figures.Number(value);

    private static List<double> Spread(List<double> all) => all.Count <= Most
        ? all : [.. Enumerable.Range(0, Most).Select(i => all[(int)((long)i * (all.Count - 1) / (Most - 1))])];
}
