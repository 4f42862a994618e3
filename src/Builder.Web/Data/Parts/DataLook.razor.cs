using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>The ways to look at data that suit their kind.</summary>
public sealed partial class DataLook
{
    private Localized? _chosen;

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

    /// <summary>The person wants a column used differently.</summary>
    [Parameter]
    public EventCallback<ColumnChange> OnChange { get; set; }

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;

    private SeriesShape? Series => View.Series;

    private Localized[] Tabs => View.DataSet.Source switch
    {
        TextSource => [DataTexts.Excerpt],
        PicturesSource or IdxSource => [DataTexts.Pictures],
        _ when Series is not null => [DataTexts.Columns, DataTexts.Rows, DataTexts.Course],
        _ => [DataTexts.Columns, DataTexts.Rows],
    };

    private Localized Shown => _chosen is { } chosen && Tabs.Contains(chosen) ? chosen : Tabs[0];
}
