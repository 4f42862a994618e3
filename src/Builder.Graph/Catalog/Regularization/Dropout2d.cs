using Builder.Graph.Edits;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Drops whole channels of pictures.</summary>
public sealed class Dropout2d : DropoutKind
{
    /// <inheritdoc/>
    public override Localized Title { get; } = new("Channel dropout", "通道随机失活层");

    /// <inheritdoc/>
    public override Localized Help { get; } = new(
        "Like Dropout, but sets whole channels of a picture to zero at once: neighbouring pixels tell almost the same.",
        "与随机失活类似，但一次把图片的整个通道置零，因为相邻像素的信息几乎相同。");

    /// <inheritdoc/>
    public override ShapeResult Infer(BlockInstance block)
    {
        if (SpatialRules.CheckInput(block, 2) is not { } problem)
        {
            return block.Input;
        }

        return problem.Code == "WrongRank" ? problem with { Fix = ToDropout(block) } : problem;
    }

    private static Fix ToDropout(BlockInstance block) =>
        new(new("Change it to Dropout", "改为随机失活层"), new ChangeKind(block.Block.Id, "Dropout"));
}
