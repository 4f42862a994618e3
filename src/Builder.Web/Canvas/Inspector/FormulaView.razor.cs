using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Inspector;

/// <summary>A formula, set by KaTeX in the browser. Blazor leaves the inside of its element alone.</summary>
public sealed partial class FormulaView
{
    private ElementReference _element;
    private string? _shown;

    /// <summary>The formula in TeX.</summary>
    [Parameter, EditorRequired]
    public required string Formula { get; set; }

    [Inject]
    private ModelScript Script { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_shown != Formula)
        {
            _shown = Formula;
            await Script.ShowFormulaAsync(_element, Formula);
        }
    }
}
