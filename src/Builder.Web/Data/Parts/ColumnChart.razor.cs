using System.Globalization;
using Builder.Datasets.Profiles;
using Builder.Proposals;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>How the values of a column are distributed, as small bars.</summary>
public sealed partial class ColumnChart
{
    private const double Width = 160;
    private const double Height = 36;
    private const double Gap = 1.5;
    private const double Least = 1.5;
    private const int MostBars = 20;

    /// <summary>What the column holds.</summary>
    [Parameter]
    [EditorRequired]
    public required ColumnProfile Profile { get; set; }

    /// <summary>Of a column of dates, the time that it spans.</summary>
    [Parameter]
    public DateSpan? Dates { get; set; }

    private (double X, double Width, double Height, string Title)[] Bars { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var values = Values();
        var most = values.Length == 0 ? 0 : values.Max(v => v.Count);
        var width = Width / Math.Max(1, values.Length);
        Bars =
        [
            .. values.Select((v, i) => (i * width, Math.Max(1, width - Gap), v.Count == 0 ? 0 : Math.Max(Least, v.Count / (double)most * Height), v.Title)),
        ];
    }

    private (int Count, string Title)[] Values()
    {
        if (Dates is { } dates)
        {
            return [.. dates.Histogram.Select(count => (count, $"{count:N0}"))];
        }

        if (Profile.Numbers is not { } numbers)
        {
            return [.. Profile.Top.Take(MostBars).Select(v => (v.Count, $"{Bidi.Isolated(DataWords.Short(v.Value, 60))}: {v.Count:N0}"))];
        }

        var step = (numbers.Maximum - numbers.Minimum) / numbers.Histogram.Length;
        return
        [
            .. numbers.Histogram.Select((count, i) =>
                (count, $"{DataWords.Number(numbers.Minimum + (i * step))} – {DataWords.Number(numbers.Minimum + ((i + 1) * step))}: {count:N0}")),
        ];
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
