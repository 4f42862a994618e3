using Builder.Datasets.Pictures;
using Builder.Graph;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>All pictures that cannot be read, each with its reason, and how far the search for them is.</summary>
public sealed partial class UnreadablePictures
{
    /// <summary>Fewer pictures are looked through in the blink of an eye.</summary>
    private const int FewestWithCourse = 300;

    private Localized? _only;

    /// <summary>The data set.</summary>
    [Parameter]
    [EditorRequired]
    public required DataView View { get; set; }

    /// <summary>The project.</summary>
    [Parameter]
    [EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>Whether there is anything to show.</summary>
    internal static bool IsNeeded(DataView view) => view.Findings is { } findings && (!findings.Unreadable.IsEmpty || (findings is { IsComplete: false, Count: >= FewestWithCourse }));

    private PictureFindings? Findings => View.Findings;

    private IEnumerable<(Localized Why, int Count)> Reasons => Findings!.Unreadable.CountBy(u => u.Why).OrderByDescending(r => r.Value).Select(r => (r.Key, r.Value));

    private List<UnreadablePicture> Shown => [.. Findings!.Unreadable.Where(u => _only is null || u.Why == _only)];

    private string Address => FormattableString.Invariant($"api/projects/{ProjectId}/unreadable?set={Uri.EscapeDataString(View.DataSet.Id)}");
}
