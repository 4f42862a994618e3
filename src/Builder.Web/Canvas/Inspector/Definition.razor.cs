using Builder.Graph.Catalog;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Inspector;

/// <summary>What a kind is exactly: its formula, its line of PyTorch, and where it is defined.</summary>
public sealed partial class Definition
{
    private bool _copied;
    private string _line = "";

    /// <summary>The kind.</summary>
    [Parameter, EditorRequired]
    public required BlockKind Kind { get; set; }

    /// <summary>The line of PyTorch; empty where there is none.</summary>
    [Parameter, EditorRequired]
    public required string Line { get; set; }

    [Inject]
    private ModelScript Script { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        _copied &= _line == Line;
        _line = Line;
    }

    private async Task CopyAsync() => _copied = await Script.CopyAsync(Line);
}
