using Builder.Graph.Documents;
using Builder.Graph.Shapes;
using Builder.Web.Canvas.Editing;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Inspector;

/// <summary>What enters and leaves a block: from where, in which shape, and what that means.</summary>
public sealed partial class FlowView
{
    /// <summary>The block.</summary>
    [Parameter, EditorRequired]
    public required Block Block { get; set; }

    private IReadOnlyList<PortFlow> Inputs => BlockFlow.Inputs(State, Block);

    private IReadOnlyList<PortFlow> Outputs => BlockFlow.Outputs(State, Block);

    /// <summary>The shape in words, without repeating the shape itself.</summary>
    private string Meaning(TensorType type) => Ui.T(BlockWords.Describe(type)).Replace(type.ToString(), "", StringComparison.Ordinal).Trim();
}
