using System.Globalization;
using Builder.Graph.Edits;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Ways out of mismatches between prediction, target and loss: edits of this block or of the one before it.</summary>
internal static class LossFixes
{
    /// <summary>Lets the linked Target give plain numbers instead of class numbers, or the other way round.</summary>
    public static Fix? TargetAs(BlockInstance block, string form) => block.From("target") is not { Kind: "Target" } target ? null
        : new(form == "number" ? new("Take the target as numbers", "把目标作为数值使用") : new("Take the target as class numbers", "把目标作为类别编号使用"),
            new SetParameter(target.Id, "as", form));

    /// <summary>Gives the Linear layer that makes the prediction this many outputs.</summary>
    public static Fix? Outputs(BlockInstance block, long count) => block.From("input") is not { Kind: "Linear" } linear ? null
        : new(new($"Give the last layer {Text(count)} outputs", $"把最后一层的输出数量改为 {Text(count)}"),
            new SetParameter(linear.Id, "out_features", count));

    /// <summary>Uses another loss.</summary>
    public static Fix Loss(BlockInstance block, string kind)
    {
        var title = BlockCatalog.Get(kind).Title;
        return new(new($"Use “{title.En}” instead", $"改用“{title.Zh}”"), new ChangeKind(block.Block.Id, kind));
    }

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
