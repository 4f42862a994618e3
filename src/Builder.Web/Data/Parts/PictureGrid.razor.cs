using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals;
using Builder.Web.Data.Pictures;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>A few pictures of each class, or of each label: a picture of several stands with each of them.</summary>
public sealed partial class PictureGrid
{
    private static readonly Localized NoClass = new("– no class", "– 无类别");
    private static readonly Localized NotKnown = new("– labels not known", "– 标签未知");
    private static readonly Localized NoLabels = new("– none of the labels", "– 没有任何标签");

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

    /// <summary>What is to be predicted; null where nothing is chosen. Numbers are no classes.</summary>
    [Parameter]
    public ColumnChoice? Target { get; set; }

    private List<(string Name, List<int> Rows)> Groups { get; set; } = [];

    private int MoreClasses { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var classes = PictureClasses.Of(Inspection.Table, Target is { Type: ColumnType.Category or ColumnType.Labels } target ? target.Name : null);
        Func<int, IEnumerable<string>> names = Target?.Type == ColumnType.Labels && classes is TextColumn labels ? Labels(labels) : row => [Name(classes, row)];
        var all = Enumerable.Range(0, Inspection.Table.RowCount).SelectMany(row => names(row).Select(name => (Name: name, Row: row)))
            .GroupBy(p => p.Name, p => p.Row).OrderBy(g => g.Key, NaturalOrder.Instance).ToArray();
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

    private Func<int, IEnumerable<string>> Labels(TextColumn column)
    {
        var separator = LabelColumns.SeparatorOf(column);
        var cells = column.Entries.ConvertAll(cell => LabelText.Split(cell, separator) is { Count: > 0 } labels ? labels : [Ui.T(NoLabels)]);
        return row => column.Codes[row] is var code && code >= 0 ? cells[code] : [Ui.T(NotKnown)];
    }

    private string Address(int row) => PictureEndpoint.AddressOf(ProjectId, DataSet, Inspection.Table.Fingerprint, Inspection.Table.SourceRow(row));
}
