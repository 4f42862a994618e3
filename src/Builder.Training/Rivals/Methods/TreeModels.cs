using Builder.Datasets.Randomness;
using Builder.Graph.Metrics;
using Builder.Training.Evaluation;
using Builder.Training.Rivals.Trees;

namespace Builder.Training.Rivals.Methods;

/// <summary>The numbers of training samples, in bins. Of very many only some are taken, spread evenly.</summary>
internal sealed class BinnedRows
{
    // Numbers times outputs that a tree goes through at each of its levels: more takes too long.
    private const long MostCells = 20_000_000;

    public BinnedRows(RivalProblem problem, RivalRows rows)
    {
        var (numbers, outputs) = (rows.Numbers!, problem.Outputs);
        Rows = SampleSpread.Of([.. Enumerable.Range(0, rows.Count)], MostCells / Math.Max(1, (long)numbers.Width * outputs));
        float[] values = Rows.Length == rows.Count ? numbers.Values : [.. Rows.SelectMany(row => numbers.Row(row).ToArray())];
        Edges = new(values, numbers.Width);
        Bins = Edges.Of(values);
        Targets = Rows.Length == rows.Count ? rows.Targets : [.. Rows.SelectMany(row => rows.Targets[(row * outputs)..((row + 1) * outputs)])];
    }

    public int[] Rows { get; }

    public FeatureBins Edges { get; }

    public byte[] Bins { get; }

    public double[] Targets { get; }

    public TreeSamples Samples(RivalProblem problem) => new(Bins, Edges.Width, Targets, problem.Outputs);
}

/// <summary>The mean of what trees say: one small tree, or a forest.</summary>
public sealed class TreeMean : IRival
{
    private const long Seed = 1;

    // A tree that people could read: five questions at most.
    private static readonly TreeLimits s_readable = new(Depth: 5, Leaf: 5);
    private const int ForestDepth = 16;
    private const int ForestLeaf = 2;
    private const int MostTrees = 100;
    private const int FewestTrees = 20;
    private const double MostForestSteps = 4e9;

    private readonly FeatureBins _edges;
    private readonly RegressionTree[] _trees;
    private readonly int _outputs;

    private TreeMean(BinnedRows binned, RegressionTree[] trees, int outputs) => (_edges, _trees, _outputs, Learned) = (binned.Edges, trees, outputs, binned.Rows.Length);

    /// <inheritdoc/>
    public int Learned { get; }

    /// <summary>How many trees.</summary>
    public int Trees => _trees.Length;

    /// <summary>A single tree, as scikit-learn's DecisionTreeClassifier and DecisionTreeRegressor with max_depth and min_samples_leaf of 5.</summary>
    public static TreeMean One(RivalProblem problem, RivalRows rows, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(rows);
        var binned = new BinnedRows(problem, rows);
        var samples = binned.Samples(problem);
        return new(binned, [RegressionTree.Grow(samples, [.. Enumerable.Range(0, samples.Count)], s_readable, null, leave)], problem.Outputs);
    }

    /// <summary>
    /// A forest (Breiman 2001): each tree learns from as many samples, drawn with repetition, and chooses each question among some features only, as many as the root of all for classes and a
    /// third for quantities.
    /// </summary>
    public static TreeMean Forest(RivalProblem problem, RivalRows rows, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(rows);
        var (binned, random) = (new BinnedRows(problem, rows), new Xoshiro256(Seed));
        var (samples, width) = (binned.Samples(problem), binned.Edges.Width);
        var features = (int)Math.Ceiling(problem.Task == TaskKind.Regression ? width / 3.0 : Math.Sqrt(width));
        var steps = (double)samples.Count * features * problem.Outputs * ForestDepth;
        var trees = new RegressionTree[(int)Math.Clamp(MostForestSteps / steps, FewestTrees, MostTrees)];
        for (var i = 0; i < trees.Length; i++)
        {
            int[] drawn = [.. Enumerable.Range(0, samples.Count).Select(_ => random.NextBelow(samples.Count))];
            trees[i] = RegressionTree.Grow(samples, drawn, new(ForestDepth, ForestLeaf, features), random, leave);
        }

        return new(binned, trees, problem.Outputs);
    }

    /// <inheritdoc/>
    public double[] Predict(RivalRows rows, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (bins, said) = (_edges.Of(rows.Numbers!.Values), new double[rows.Count * _outputs]);
        foreach (var tree in _trees)
        {
            leave.ThrowIfCancellationRequested();
            tree.AddTo(bins, rows.Count, 1.0 / _trees.Length, said);
        }

        return said;
    }
}

/// <summary>
/// Trees that one after the other correct what those before them got wrong (gradient boosting; Friedman 2001, https://doi.org/10.1214/aos/1013203451), with Newton's steps as in XGBoost
/// (Chen and Guestrin 2016, https://doi.org/10.1145/2939672.2939785). A tree speaks for all classes at once.
/// </summary>
public sealed class BoostedTrees : IRival
{
    private const int Depth = 4;
    private const int MostLeaf = 20;
    private const int MostRounds = 100;
    private const int FewestRounds = 20;
    private const double Rate = 0.1;
    private const double MostSteps = 6e9;

    private readonly RivalProblem _problem;
    private readonly FeatureBins _edges;
    private readonly List<RegressionTree> _trees = [];
    private readonly double[] _starts;
    private readonly double[] _scales;
    private readonly double _rate;

    /// <summary>Learns from these samples.</summary>
    public BoostedTrees(RivalProblem problem, RivalRows rows, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(rows);
        var binned = new BinnedRows(problem, rows);
        var (truth, outputs) = (binned.Targets, problem.Outputs);
        (_problem, _edges, Learned) = (problem, binned.Edges, binned.Rows.Length);
        (_starts, _scales) = Begin(truth);
        var rounds = (int)Math.Clamp(MostSteps / ((double)truth.Length * _edges.Width * Depth), FewestRounds, MostRounds);
        _rate = Rate * MostRounds / rounds;
        var limits = new TreeLimits(Depth, Math.Clamp(Learned / 100, 1, MostLeaf), Shrinkage: 1);
        var (sums, slopes, curvatures) = (new double[truth.Length], new double[truth.Length], new double[truth.Length]);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = _starts[i % outputs];
        }

        for (var round = 0; round < rounds; round++)
        {
            double[] said = [.. sums];
            Mean(said);
            for (var i = 0; i < said.Length; i++)
            {
                slopes[i] = problem.Task == TaskKind.Regression ? (truth[i] / _scales[i % outputs]) - said[i] : truth[i] - said[i];
                curvatures[i] = problem.Task == TaskKind.Regression ? 1 : Curvature(said[i]);
            }

            var tree = RegressionTree.Grow(new(binned.Bins, _edges.Width, slopes, outputs) { Curvatures = curvatures }, [.. Enumerable.Range(0, Learned)], limits, null, leave);
            tree.AddTo(binned.Bins, Learned, _rate, sums);
            _trees.Add(tree);
        }
    }

    /// <inheritdoc/>
    public int Learned { get; }

    /// <inheritdoc/>
    public double[] Predict(RivalRows rows, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (bins, sums) = (_edges.Of(rows.Numbers!.Values), new double[rows.Count * _starts.Length]);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = _starts[i % _starts.Length];
        }

        foreach (var tree in _trees)
        {
            leave.ThrowIfCancellationRequested();
            tree.AddTo(bins, rows.Count, _rate, sums);
        }

        Mean(sums);
        return _problem.Task == TaskKind.Regression ? [.. sums.Select((sum, i) => sum * _scales[i % _scales.Length])] : sums;
    }

    // Quantities begin at their means, in standard deviations; classes and labels at the logarithms of how frequent they are.
    private (double[] Starts, double[] Scales) Begin(double[] truth)
    {
        var (outputs, count) = (_problem.Outputs, truth.Length / _problem.Outputs);
        double[] means = [.. Enumerable.Range(0, outputs).Select(output => Enumerable.Range(0, count).Average(row => truth[(row * outputs) + output]))];
        if (_problem.Task == TaskKind.Regression)
        {
            double[] scales = [.. means.Select((mean, output) => Math.Sqrt(Enumerable.Range(0, count).Average(row => Math.Pow(truth[(row * outputs) + output] - mean, 2))) is > 0 and var scale ? scale : 1)];
            return ([.. means.Select((mean, output) => mean / scales[output])], scales);
        }

        var least = 1.0 / (count + 1);
        return ([.. means.Select(m => Math.Clamp(m, least, 1 - least)).Select(m => _problem.IsOneOfSeveral ? Math.Log(m) : Math.Log(m / (1 - m)))], []);
    }

    private void Mean(double[] sums)
    {
        for (var row = 0; _problem.IsOneOfSeveral && row < sums.Length; row += _problem.Outputs)
        {
            Softmax.Of(sums.AsSpan(row, _problem.Outputs));
        }

        for (var i = 0; _problem.Task == TaskKind.MultiLabel && i < sums.Length; i++)
        {
            sums[i] = 1 / (1 + Math.Exp(-sums[i]));
        }
    }

    // Of classes each tree moves all outputs at once, of which one is given by the others.
    private double Curvature(double said) => Math.Max(1e-6, said * (1 - said) * (_problem.IsOneOfSeveral ? _problem.Outputs / (_problem.Outputs - 1.0) : 1));
}
