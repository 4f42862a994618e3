using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Web.Data.Pictures;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>A few pictures of each class.</summary>
public sealed partial class PictureGrid
{
    private static readonly Localized NoClass = new("– no class", "– 无类别");

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

    /// <summary>The column of classes that is to be predicted; null where none is chosen, or it holds numbers.</summary>
    [Parameter]
    public string? Classes { get; set; }

    private List<(string Name, List<int> Rows)> Groups { get; set; } = [];

    private int MoreClasses { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var classes = PictureClasses.Of(Inspection.Table, Classes);
        var all = Enumerable.Range(0, Inspection.Table.RowCount).GroupBy(row => Name(classes, row)).OrderBy(g => g.Key, NaturalOrder.Instance).ToArray();
        Groups = [.. all.Take(MostClasses).Select(g => (g.Key, g.ToList()))];
        MoreClasses = all.Length - Groups.Count;
    }

    private static Localized More(int classes) => classes == 1 ? new("1 more class is not shown here.", "还有 1 个类别未显示。") : new($"{classes:N0} more classes are not shown here.", $"还有 {classes:N0} 个类别未显示。");

    private string Name(RawColumn? classes, int row) => classes switch
    {
        TextColumn texts => texts[row] ?? Ui.T(NoClass),
        NumberColumn numbers => DataWords.Number(numbers.Values[row]),
        _ => Ui.T(DataTexts.Pictures),
    };

    private string Address(int row) => PictureEndpoint.AddressOf(ProjectId, DataSet, Inspection.Table.Fingerprint, Inspection.Table.SourceRow(row));
}
