using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Web.Data.Pictures;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>A few pictures of each class.</summary>
public sealed partial class PictureGrid
{
    private const int Shown = 10;
    private const int MostClasses = 40;

    /// <summary>What the source holds.</summary>
    [Parameter]
    [EditorRequired]
    public required SourceInspection Inspection { get; set; }

    /// <summary>The project.</summary>
    [Parameter]
    [EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The data set.</summary>
    [Parameter]
    [EditorRequired]
    public required string DataSet { get; set; }

    private List<(string Name, List<int> Rows)> Groups { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var classes = PictureClasses.Of(Inspection.Table);
        Groups =
        [
            .. Enumerable.Range(0, Inspection.Table.RowCount).GroupBy(row => Name(classes, row)).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Take(MostClasses).Select(g => (g.Key, g.ToList())),
        ];
    }

    private string Name(RawColumn? classes, int row) => classes switch
    {
        TextColumn texts => texts[row] ?? "–",
        NumberColumn numbers => DataWords.Number(numbers.Values[row]),
        _ => Ui.T(DataTexts.Pictures),
    };

    private string Address(int row) => PictureEndpoint.AddressOf(ProjectId, DataSet, Inspection.Table.Fingerprint, Inspection.Table.SourceRow(row));
}
