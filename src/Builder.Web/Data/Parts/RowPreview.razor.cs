using System.Collections.Immutable;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>The first rows of a table as they stand in the file.</summary>
public sealed partial class RowPreview
{
    private const int MostRows = 12;
    private const int MostColumns = 40;
    private const int Longest = 60;

    private static readonly Localized Hole = new("missing", "缺失");

    /// <summary>What the source holds.</summary>
    [Parameter]
    [EditorRequired]
    public required SourceInspection Inspection { get; set; }

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;

    private ImmutableArray<ImmutableArray<string?>> Rows { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet() => Rows = Inspection.Sample(MostRows);
}
