using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals;
using Builder.Web.Instruments.Grids;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>The ways to look at data that suit their kind.</summary>
public sealed partial class DataLook
{
    /// <summary>The name of the way that shows the rows.</summary>
    public const string RowsLook = "rows";

    private static readonly (string Name, Localized Tab)[] Names =
        [("columns", DataTexts.Columns), (RowsLook, DataTexts.Rows), ("course", DataTexts.Course), ("pictures", DataTexts.Pictures), ("text", DataTexts.Excerpt)];

    /// <summary>The data set.</summary>
    [Parameter]
    [EditorRequired]
    public required DataView View { get; set; }

    /// <summary>The project.</summary>
    [Parameter]
    [EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>True where nothing can be changed at the moment.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The project's folder.</summary>
    [Parameter]
    [EditorRequired]
    public required string Folder { get; set; }

    /// <summary>The way to look that the person chose; null for the first.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    /// <summary>The person chooses another way to look.</summary>
    [Parameter]
    public EventCallback<string> ChosenChanged { get; set; }

    /// <summary>How the person looks at the rows.</summary>
    [Parameter]
    public GridView Rows { get; set; } = GridView.Plain;

    /// <summary>The person wants to look at them otherwise.</summary>
    [Parameter]
    public EventCallback<GridView> RowsChanged { get; set; }

    /// <summary>Changes single rows; gives what stands against it.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<Edit, Task<Localized?>> OnRows { get; set; }

    /// <summary>The person wants a column used differently.</summary>
    [Parameter]
    public EventCallback<ColumnChange> OnChange { get; set; }

    private SeriesShape? Series => View.Series;

    private Localized[] Tabs => View.DataSet.Source switch
    {
        TextSource => [DataTexts.Excerpt],
        PicturesSource or IdxSource => [DataTexts.Pictures],
        _ when Series is not null => [DataTexts.Columns, DataTexts.Rows, DataTexts.Course],
        _ => [DataTexts.Columns, DataTexts.Rows],
    };

    private Localized Shown => Names.FirstOrDefault(n => n.Name == Chosen).Tab is { } chosen && Tabs.Contains(chosen) ? chosen : Tabs[0];

    private Task ChooseAsync(Localized tab) => ChosenChanged.InvokeAsync(Names.First(n => n.Tab == tab).Name);
}
