using Builder.Graph.Metrics;
using Builder.Training.Rivals.Methods;
using Builder.Training.Rivals.Trees;

namespace Builder.Training.Tests.Rivals.Methods;

public sealed class TreeModelsTests
{
    [Theory]
    [InlineData("three", TaskKind.Classification, 3)]
    [InlineData("two", TaskKind.BinaryClassification, 2)]
    public void Classes_are_told_as_well_as_by_scikit_learns_trees(string name, TaskKind task, int outputs)
    {
        var stored = new StoredRows(name, task, outputs);

        var tree = TreeMean.One(stored.Problem, stored.Training, default);
        Assert.Equal(stored.Number("treeTraining"), Training(tree, stored), 0.02);
        Assert.Equal(stored.Score("tree"), stored.Accuracy(tree.Predict(stored.Test, default)), 0.05);
        Assert.InRange(stored.Accuracy(TreeMean.Forest(stored.Problem, stored.Training, default).Predict(stored.Test, default)), stored.Score("forest") - 0.06, 1);
        Assert.InRange(stored.Accuracy(new BoostedTrees(stored.Problem, stored.Training, default).Predict(stored.Test, default)), stored.Score("boosted") - 0.04, 1);
    }

    [Fact]
    public void Quantities_with_outliers_are_told_as_well_as_by_scikit_learns_trees()
    {
        var stored = new StoredRows("quantity", TaskKind.Regression, 1);

        Assert.InRange(stored.Error(TreeMean.One(stored.Problem, stored.Training, default).Predict(stored.Test, default)), 0, 1.15 * stored.Score("tree"));
        Assert.InRange(stored.Error(TreeMean.Forest(stored.Problem, stored.Training, default).Predict(stored.Test, default)), 0, 1.15 * stored.Score("forest"));
        Assert.InRange(stored.Error(new BoostedTrees(stored.Problem, stored.Training, default).Predict(stored.Test, default)), 0, 1.15 * stored.Score("boosted"));
    }

    [Fact]
    public void The_same_rows_come_to_the_same_bits()
    {
        var stored = new StoredRows("three", TaskKind.Classification, 3);

        Assert.Equal(TreeMean.Forest(stored.Problem, stored.Training, default).Predict(stored.Test, default), TreeMean.Forest(stored.Problem, stored.Training, default).Predict(stored.Test, default));
        Assert.Equal(new BoostedTrees(stored.Problem, stored.Training, default).Predict(stored.Test, default), new BoostedTrees(stored.Problem, stored.Training, default).Predict(stored.Test, default));
    }

    [Fact]
    public void A_tree_asks_what_one_line_cannot_tell()
    {
        // Neither few nor many: between two borders.
        var rows = new RivalRows(100, [.. Enumerable.Range(0, 100).SelectMany(i => i is >= 30 and < 60 ? new[] { 0.0, 1 } : [1, 0])])
        {
            Numbers = new([.. Enumerable.Range(0, 100).SelectMany(i => new[] { i, i % 7 * 0.01f })], 2),
        };
        var problem = new RivalProblem(TaskKind.Classification, 2, RivalInputs.Numbers, 1);

        Assert.Equal(rows.Targets, TreeMean.One(problem, rows, default).Predict(rows, default));
    }

    [Fact]
    public void A_tree_keeps_to_its_limits_and_its_answers_are_means()
    {
        float[] values = [.. Enumerable.Range(0, 100).Select(i => (float)i)];
        var (bins, targets) = (new FeatureBins(values, 1), Enumerable.Range(0, 100).Select(i => i < 50 ? 1.0 : 5).ToArray());
        var samples = new TreeSamples(bins.Of(values), 1, targets, 1);
        var tree = RegressionTree.Grow(samples, [.. Enumerable.Range(0, 100)], new(Depth: 3, Leaf: 10), null, default);
        var said = new double[100];
        tree.AddTo(samples.Bins, 100, 1, said);

        Assert.Equal((3, 2), (tree.Nodes, tree.Leaves));
        Assert.Equal(targets, said);
        Assert.Equal(1, RegressionTree.Grow(samples, [.. Enumerable.Range(0, 100)], new(Depth: 0, Leaf: 1), null, default).Nodes);
        Assert.Equal(1, RegressionTree.Grow(samples, [.. Enumerable.Range(0, 100)], new(Depth: 5, Leaf: 60), null, default).Nodes);
    }

    private static double Training(TreeMean tree, StoredRows stored)
    {
        var (said, k) = (tree.Predict(stored.Training, default), stored.Problem.Outputs);
        return Enumerable.Range(0, stored.Training.Count).Average(row =>
        {
            var own = said.AsSpan(row * k, k).ToArray();
            return stored.Training.Targets[(row * k) + Array.IndexOf(own, own.Max())];
        });
    }
}
