using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Ways out of mismatches between prediction, target and loss or scores: edits of this block or of the one before it.</summary>
internal static class LossFixes
{
    private static readonly MessageTemplate GiveOutputs = new(
        "fix-give-outputs", "Give {layer} {count} {count|output|outputs}", "把{layer}的输出数量改为 {count}");

    private static readonly MessageTemplate TakeTargetAsNumbers = new(
        "fix-take-target-as-numbers",
        "Take the target as numbers",
        "把目标作为数值使用");

    private static readonly MessageTemplate TakeTargetAsClassNumbers = new(
        "fix-take-target-as-class-numbers",
        "Take the target as class numbers",
        "把目标作为类别编号使用");

    private static readonly MessageTemplate LastLayer = new("problem-last-layer", "the last layer", "最后一层");

    private static readonly MessageTemplate UseInstead = new("fix-use-instead", "Use “{kind}” instead", "改用“{kind}”");

    /// <summary>Lets the linked Target give plain numbers instead of class numbers, or the other way round.</summary>
    public static Fix? TargetAs(BlockInstance block, string form) => block.From("target") is not { Kind: "Target" } target ? null
        : new(form == "number" ? TakeTargetAsNumbers.With() : TakeTargetAsClassNumbers.With(),
            new SetParameter(target.Id, "as", form));

    /// <summary>Gives the Linear layer that makes the prediction this many outputs.</summary>
    public static Fix? Outputs(BlockInstance block, long count) => block.From("input") is { Kind: "Linear" } linear
        ? Outputs(linear, LastLayer.With(), count) : null;

    /// <summary>Gives a Linear layer this many outputs.</summary>
    public static Fix Outputs(Block linear, MessageArgument layer, long count) => new(
        GiveOutputs.With(("layer", layer), ("count", count)),
        new SetParameter(linear.Id, "out_features", count));

    /// <summary>Gives the Linear layer that makes the prediction the target's size; null where more than the last size differs.</summary>
    public static Fix? SizeOf(BlockInstance block, Shape target) =>
        Broadcasting.DiffersLast(block.Input.Shape, target) ? Outputs(block, target[-1].Size) : null;

    /// <summary>
    /// Classes are wanted but the target is plain numbers: a category that was made numbers becomes a category again, else
    /// <paramref name="kind"/> is used, which takes numbers.
    /// </summary>
    public static Fix ForNumbers(BlockInstance block, string kind) => IsCategory(block) ? TargetAs(block, "auto")! : Other(block, kind);

    /// <summary>Uses another kind of loss, or of scores.</summary>
    public static Fix Other(BlockInstance block, string kind)
    {
        return new(UseInstead.With(("kind", BlockCatalog.Get(kind).TitleMessage)), new ChangeKind(block.Block.Id, kind));
    }

    /// <summary>True where the target is one category column that is given as numbers.</summary>
    private static bool IsCategory(BlockInstance block) =>
        block.From("target") is { Kind: "Target" } target && target.Parameters.GetValueOrDefault("as") is ParameterValue.Text { Value: "number" }
        && DataBinding.Of(new BlockInstance(target, BlockCatalog.Get(target.Kind), [], block.Data), "columns").Columns is [{ Element: ElementType.Int64 }];
}
