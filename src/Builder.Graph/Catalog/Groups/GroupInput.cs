using System.Collections.Immutable;
using Builder.Graph.Edits;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A port of the group in which it stands: seen from outside, an input of every use of the group.</summary>
public sealed class GroupInput : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Groups;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Group input", "分组输入");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Where something enters the group.",
        "内容进入分组的地方。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.Module.html";

    /// <inheritdoc/>
    public override Role Role => Role.Group;

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs => [];

    /// <summary>Ports of groups vanish before shapes are inferred; one that is asked itself stands on the main canvas.</summary>
    public override ShapeResult Infer(BlockInstance block) => CommonProblems.Mismatch(block, "OutsideGroup", new(
        "this block has a meaning only inside a group.", "该模块只在分组内部才有意义。"),
        new(new("Remove it", "删除它"), new RemoveBlock(block.Block.Id)));
}
