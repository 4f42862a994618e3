using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell.Parts;

/// <summary>A picture of people's data or of a model's. One that does not come leaves a quiet place that says so, and lets it be asked for again.</summary>
public sealed partial class PictureView
{
    private string? _asked;
    private bool _isMissing;
    private int _attempt;

    /// <summary>Its address.</summary>
    [Parameter, EditorRequired]
    public required string Source { get; set; }

    /// <summary>What it shows; empty where words beside it say so.</summary>
    [Parameter, EditorRequired]
    public required string Alt { get; set; }

    /// <summary>More class names, such as "natural" for one that keeps its own height.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>True to fetch it only when it comes near.</summary>
    [Parameter]
    public bool IsLazy { get; set; } = true;

    /// <summary>False inside something that is itself pressed.</summary>
    [Parameter]
    public bool CanRetry { get; set; } = true;

    private string Name => Alt.Length == 0 ? Ui.T(PartTexts.MissingPicture) : $"{Alt} – {Ui.T(PartTexts.MissingPicture)}";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_asked != Source)
        {
            (_asked, _isMissing) = (Source, false);
        }
    }

    // A new element makes the browser ask again.
    private void Retry() => (_isMissing, _attempt) = (false, _attempt + 1);
}
