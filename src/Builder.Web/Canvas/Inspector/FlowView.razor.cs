using System.Collections.Immutable;
using Builder.Graph;
using Builder.Graph.Catalog;
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

    private ImmutableArray<string> Names => BlockFlow.Names(State, Block);

    private IReadOnlyList<PortFlow> Outputs => BlockFlow.Outputs(State, Block);

    /// <summary>A layer whose shape is not known cannot be said to learn nothing.</summary>
    private Localized Learned => State.Analysis.Blocks.GetValueOrDefault(Block.Id)?.Parameters is > 0 and var count ? InspectorTexts.Learns(count)
        : BlockCatalog.Find(Block.Kind)?.Role is Role.Layer or Role.Group && Outputs.Any(o => o.Type is null) ? InspectorTexts.LearnsNotKnown
        : InspectorTexts.Learns(0);

    /// <summary>The shape in words, without repeating the shape itself.</summary>
    private string Meaning(TensorType type) => Ui.T(BlockWords.Describe(type)).Replace(type.ToString(), "", StringComparison.Ordinal).Trim();
}
