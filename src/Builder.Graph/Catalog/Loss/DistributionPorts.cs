using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Check of the ports mean and log_variance that together describe normal distributions.</summary>
internal static class DistributionPorts
{
    private static readonly MessageTemplate ListOfMeansForEachSample = new(
        "problem-list-of-means-for-each-sample",
        "a list of means for each sample [N, features]",
        "每个样本一组均值 [N, 特征数]");

    private static readonly MessageTemplate ShapeMismatch = new(
        "ShapeMismatch.distribution",
        "the means are {mean}, but the logarithms of the variances are {logVariance}. Both must have the same shape.",
        "均值是 {mean}，而方差的对数是 {logVariance}。两者的形状必须相同。");

    /// <summary>What is wrong; null where both are values of the same shape, a batch of samples.</summary>
    public static Problem? Check(BlockInstance block)
    {
        var (mean, logVariance) = (block.Input, block.At("log_variance")!);
        if (mean.Element == ElementType.Int64 || logVariance.Element == ElementType.Int64)
        {
            return CommonProblems.WrongElement(block, mean.Element == ElementType.Int64 ? mean : logVariance, ProblemWords.PlainValues.With());
        }

        if (mean.Shape.Rank < 2)
        {
            return CommonProblems.WrongRank(block, ListOfMeansForEachSample.With());
        }

        return mean.Shape.Equals(logVariance.Shape) ? null : CommonProblems.Mismatch(
            block,
            ShapeMismatch.With(("mean", mean), ("logVariance", logVariance)));
    }
}
