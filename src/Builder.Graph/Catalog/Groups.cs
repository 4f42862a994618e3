using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>A use of a group: its blocks as one block, once or several times in a row. Its ports are those of the group.</summary>
public sealed class Group : BlockKind
{
    private static readonly MessageTemplate NoGroup = new(
        "NoGroup",
        "choose the group that this block stands for.",
        "请选择该模块代表的分组。");

    /// <inheritdoc/>
    public override Family Family => Family.Groups;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Group", "分组");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Several blocks as one. It can be repeated, so that a deep network stays a small drawing.",
        "把多个模块合成一个。可以重复使用，使很深的网络仍是一张小图。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.Sequential.html";

    /// <inheritdoc/>
    public override Role Role => Role.Group;

    /// <inheritdoc/>
    public override ImmutableArray<Port> Inputs => [];

    /// <inheritdoc/>
    public override ImmutableArray<Port> Outputs => [];

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("group", ParameterType.Group, null, new("Group", "分组"), new("Which group of the project it stands for.", "代表项目中的哪个分组。")),
        new("repeat", ParameterType.Integer, 1, new("Repeat", "重复次数"), new(
            "How many times the group is run through, each time with the result of the time before.", "依次经过该分组多少次，每次使用上一次的结果。"), 1, 1000),
        Parameter.Switch("share", false, new("Share weights", "共享权重"), new(
            "On: all repetitions use the same weights. Off: each learns its own.", "开启：每次重复使用相同的权重。关闭：各自学习自己的权重。")),
    ];

    /// <summary>Uses of groups are opened out before shapes are inferred; one that is asked itself names no group.</summary>
    public override ShapeResult Infer(BlockInstance block) => CommonProblems.Mismatch(block, NoGroup.With());
}

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
    public override ShapeResult Infer(BlockInstance block) => CommonProblems.Mismatch(block, ProblemWords.OutsideGroup.With(),
        new(ProblemWords.RemoveIt.With(), new RemoveBlock(block.Block.Id)));
}

/// <summary>A port of the group in which it stands: seen from outside, an output of every use of the group.</summary>
public sealed class GroupOutput : BlockKind
{
    /// <inheritdoc/>
    public override Family Family => Family.Groups;

    /// <inheritdoc/>
    public override Localized Title { get; } = new("Group output", "分组输出");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Where something leaves the group.",
        "内容离开分组的地方。");

    /// <inheritdoc/>
    public override string Source => "https://pytorch.org/docs/stable/generated/torch.nn.Module.html";

    /// <inheritdoc/>
    public override Role Role => Role.Group;

    /// <inheritdoc/>
    public override ImmutableArray<Port> Outputs => [];

    /// <summary>Ports of groups vanish before shapes are inferred; one that is asked itself stands on the main canvas.</summary>
    public override ShapeResult Infer(BlockInstance block) => CommonProblems.Mismatch(block, ProblemWords.OutsideGroup.With(),
        new(ProblemWords.RemoveIt.With(), new RemoveBlock(block.Block.Id)));
}
