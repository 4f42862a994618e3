using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog;

/// <summary>What holds for every parameter that names a dimension: PyTorch's "dim", negative from the end.</summary>
public static class DimRule
{
    private static readonly MessageTemplate NoSuchDimension = new(
        "NoSuchDimension",
        "{parameter} is {dim}, but the input {shape} has only {rank} dimensions.",
        "{parameter} 为 {dim}，但输入 {shape} 只有 {rank} 个维度。");

    private static readonly MessageTemplate BatchDimension = new(
        "BatchDimension",
        "{parameter} {dim} is the batch of {shape}: different samples would be mixed.",
        "{parameter} {dim} 是 {shape} 的批次维度：这样会把不同样本混在一起。");

    /// <summary>The most dimensions a tensor may have in a document.</summary>
    public const int MaxRank = 8;

    /// <summary>A parameter that names one dimension.</summary>
    public static Parameter Parameter(string name, long fallback, Localized title, Localized help) =>
        Catalog.Parameter.Integer(name, fallback, title, help, -MaxRank, MaxRank - 1);

    /// <summary>The dimension counted from the front; negative where the shape has too few.</summary>
    public static int FromFront(long dim, int rank) => (int)(dim < 0 ? dim + rank : dim);

    /// <summary>
    /// What is wrong with the dimension that <paramref name="parameter"/> names; null where it exists and is not the batch, whose samples
    /// must not be mixed. The fix sets <paramref name="instead"/>.
    /// </summary>
    public static Problem? Check(BlockInstance block, string parameter, long instead)
    {
        var (dim, shape) = (block.Int(parameter), block.Input.Shape);
        var front = FromFront(dim, shape.Rank);
        if (front < 0 || front >= shape.Rank)
        {
            return CommonProblems.Mismatch(
                block,
                NoSuchDimension.With(("parameter", parameter), ("dim", dim), ("shape", shape), ("rank", shape.Rank)),
                Fix(block, parameter, instead));
        }

        return front != 0 ? null : CommonProblems.Mismatch(
            block,
            BatchDimension.With(("parameter", parameter), ("dim", dim), ("shape", shape)),
            Fix(block, parameter, instead));
    }

    private static Fix? Fix(BlockInstance block, string parameter, long instead)
    {
        var (front, rank) = (FromFront(instead, block.Input.Shape.Rank), block.Input.Shape.Rank);
        return front < 1 || front >= rank ? null : CommonProblems.Set(block, parameter, (ParameterValue)instead, ProblemWords.SetTo.With(("parameter", parameter), ("value", instead)));
    }
}
