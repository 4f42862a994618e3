using System.Globalization;
using System.Text;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>The course of a number over the rows of a series.</summary>
public sealed partial class SeriesPlot
{
    private const double Width = 800;
    private const double Height = 220;
    private const double Edge = 8;
    private const int MostPoints = 800;

    /// <summary>What the source holds.</summary>
    [Parameter]
    [EditorRequired]
    public required SourceInspection Inspection { get; set; }

    /// <summary>The column to draw.</summary>
    [Parameter]
    [EditorRequired]
    public required string Column { get; set; }

    /// <summary>The column that orders the rows.</summary>
    [Parameter]
    [EditorRequired]
    public required string OrderBy { get; set; }

    private string Path { get; set; } = "";

    private string First { get; set; } = "";

    private string Last { get; set; } = "";

    private string Caption { get; set; } = "";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Inspection.Table.Find<NumberColumn>(Column)?.Values is not { } values)
        {
            Path = "";
            return;
        }

        var profile = Inspection.Profiles.First(p => p.Name == Column).Numbers;
        var step = Math.Max(1, values.Length / MostPoints);
        Path = profile is null ? "" : Draw(values, step, profile.Minimum, profile.Maximum);
        (First, Last) = (Key(0), Key(values.Length - 1));
        Caption = $"{Column} · {DataWords.Number(profile?.Minimum ?? 0)} – {DataWords.Number(profile?.Maximum ?? 0)}";
    }

    private static string Draw(double[] values, int step, double low, double high)
    {
        var path = new StringBuilder();
        var pen = 'M';
        for (var row = 0; row < values.Length; row += step)
        {
            if (double.IsNaN(values[row]))
            {
                pen = 'M';
                continue;
            }

            var x = row / Math.Max(1.0, values.Length - 1) * Width;
            var y = Height - Edge - ((high > low ? (values[row] - low) / (high - low) : 0.5) * (Height - (2 * Edge)));
            path.Append(CultureInfo.InvariantCulture, $"{pen}{x:0.#} {y:0.#}");
            pen = 'L';
        }

        return path.ToString();
    }

    private string Key(int row) => Inspection.Table.Find<TextColumn>(OrderBy)?[row]
        ?? (Inspection.Table.Find<NumberColumn>(OrderBy) is { } numbers ? numbers.Values[row].ToString("0.###", CultureInfo.InvariantCulture) : "");
}
