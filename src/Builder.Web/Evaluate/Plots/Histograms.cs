using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Plots;

/// <summary>Histograms as plots.</summary>
internal static class Histograms
{
    /// <summary>Histograms over the same range, one over the other.</summary>
    /// <param name="title">What they show.</param>
    /// <param name="across">What is across.</param>
    /// <param name="up">What is up.</param>
    /// <param name="parts">The histograms.</param>
    /// <param name="inPercent">Each in percent of its own samples: beside many, a few would not be seen.</param>
    public static PlotSpec Plot(
        string title, string across, string up, IReadOnlyList<(string Name, Histogram Counts, int Color)> parts, bool inPercent = false)
    {
        var all = parts[0].Counts;
        var width = all.Counts.Count > 0 ? (all.To - all.From) / all.Counts.Count : 1;
        return new("bars", title, across, up, [.. parts.Select(p => new PlotSeries(
            p.Name, [.. p.Counts.Counts.Select((count, i) => (double[])[p.Counts.From + ((i + 0.5) * width), inPercent ? 100.0 * count / Math.Max(1, p.Counts.Counts.Sum()) : count])], p.Color))])
        {
            BarWidth = width,
        };
    }
}
