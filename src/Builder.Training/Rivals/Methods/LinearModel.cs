using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Rivals.Methods;

/// <summary>
/// Linear and logistic regression on standardised numbers, with the usual penalty on large weights and none on the intercept: scikit-learn's StandardScaler before Ridge(1)
/// and LogisticRegression(C=1). Sources: https://scikit-learn.org/stable/modules/generated/sklearn.linear_model.Ridge.html and …sklearn.linear_model.LogisticRegression.html.
/// </summary>
public sealed class LinearModel : IRival
{
    private const int MostSteps = 100;
    private const double Tolerance = 1e-5;
    private const double Penalty = 1;
    private const int BatchRows = 4_096;

    private readonly Func<RivalRows, FeatureTable> _features;
    private readonly RivalProblem _problem;
    private readonly float[] _means;
    private readonly float[] _scales;
    private float[] _weights = [];
    private float[] _intercepts = [];

    private LinearModel(RivalProblem problem, RivalRows rows, Func<RivalRows, FeatureTable> features, bool standardizes)
    {
        (_problem, _features, Learned) = (problem, features, rows.Count);
        (_means, _scales) = standardizes ? Scaling(features(rows), rows.Count) : ([], []);
    }

    /// <inheritdoc/>
    public int Learned { get; }

    // Two classes need only the second one's number: the first one's probability is the rest.
    private int Outputs => _problem is { IsOneOfSeveral: true, Outputs: 2 } ? 1 : _problem.Outputs;

    private bool IsSoftmax => _problem.IsOneOfSeveral && Outputs > 1;

    /// <summary>Logistic regression: one of several classes, or each label for itself.</summary>
    /// <param name="problem">Classes or labels.</param>
    /// <param name="rows">The training samples.</param>
    /// <param name="features">What it reads.</param>
    /// <param name="standardizes">False for numbers that are on one scale already.</param>
    /// <param name="leave">Ends the work soon.</param>
    public static LinearModel Logistic(RivalProblem problem, RivalRows rows, Func<RivalRows, FeatureTable> features, bool standardizes, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var model = new LinearModel(problem, rows, features, standardizes);
        model.FitLogistic(rows, leave);
        return model;
    }

    /// <summary>Linear regression of quantities.</summary>
    /// <inheritdoc cref="Logistic"/>
    public static LinearModel Linear(RivalProblem problem, RivalRows rows, Func<RivalRows, FeatureTable> features, bool standardizes, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(rows);
        leave.ThrowIfCancellationRequested();
        var model = new LinearModel(problem, rows, features, standardizes);
        model.FitRidge(rows);
        return model;
    }

    /// <inheritdoc/>
    public double[] Predict(RivalRows rows, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var noGrad = no_grad();
        var (features, said) = (_features(rows), new List<double>(rows.Count * _problem.Outputs));
        for (var first = 0; first < rows.Count; first += BatchRows)
        {
            leave.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var numbers = Scaled(features, first, Math.Min(BatchRows, rows.Count - first)).mm(tensor(_weights, [features.Width, Outputs])) + tensor(_intercepts);
            said.AddRange(Meant(numbers).contiguous().to(ScalarType.Float64).data<double>().ToArray());
        }

        return [.. said];
    }

    private Tensor Meant(Tensor numbers)
    {
        if (_problem.Task == Graph.Metrics.TaskKind.Regression)
        {
            return numbers;
        }

        var probabilities = IsSoftmax ? numbers.softmax(1) : numbers.sigmoid();
        return Outputs == _problem.Outputs ? probabilities : cat([1 - probabilities, probabilities], 1);
    }

    private void FitLogistic(RivalRows rows, CancellationToken leave)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var features = _features(rows);
        var (x, y) = (Scaled(features, 0, rows.Count), Targets(rows).to(ScalarType.Float32));
        var size = features.Width * Outputs;

        // The mean over the samples in place of scikit-learn's sum: the same minimum, and a tolerance that does not depend on how many there are.
        (double, double[]) Objective(double[] place)
        {
            using var inner = NewDisposeScope();
            var all = tensor(place, dtype: ScalarType.Float32);
            var (weights, intercepts) = (all.narrow(0, 0, size).reshape(features.Width, Outputs), all.narrow(0, size, Outputs));
            var numbers = x.mm(weights) + intercepts;
            var loss = IsSoftmax ? -(y * numbers.log_softmax(1)).sum() : (nn.functional.softplus(numbers) - (y * numbers)).sum();
            var off = (IsSoftmax ? numbers.softmax(1) : numbers.sigmoid()) - y;
            var gradient = cat([((x.t().mm(off) + (Penalty * weights)) / rows.Count).reshape(-1), off.sum([0L]) / rows.Count]);
            return (
                (loss.ToDouble() + (Penalty / 2 * weights.square().sum().ToDouble())) / rows.Count,
                [.. gradient.data<float>().ToArray().Select(g => (double)g)]);
        }

        var found = Lbfgs.Minimize(Objective, new double[size + Outputs], MostSteps, Tolerance, leave);
        (_weights, _intercepts) = ([.. found[..size].Select(w => (float)w)], [.. found[size..].Select(w => (float)w)]);
    }

    private void FitRidge(RivalRows rows)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var features = _features(rows);
        var (x, y) = (Scaled(features, 0, rows.Count), Targets(rows));
        var (center, middle) = (x.mean([0L]), y.mean([0L]));
        var centered = x - center;
        var gram = centered.t().mm(centered).to(ScalarType.Float64) + (Penalty * eye(features.Width, dtype: ScalarType.Float64));
        var weights = linalg.solve(gram, centered.t().mm((y - middle).to(ScalarType.Float32)).to(ScalarType.Float64));
        var intercepts = middle - center.to(ScalarType.Float64).unsqueeze(0).mm(weights).reshape(-1);
        _weights = weights.to(ScalarType.Float32).contiguous().data<float>().ToArray();
        _intercepts = intercepts.to(ScalarType.Float32).contiguous().data<float>().ToArray();
    }

    private Tensor Targets(RivalRows rows)
    {
        var all = tensor(rows.Targets, [rows.Count, _problem.Outputs]);
        return Outputs == _problem.Outputs ? all : all.narrow(1, 1, 1);
    }

    private Tensor Scaled(FeatureTable features, int first, int count)
    {
        var values = tensor(features.Values.AsSpan(first * features.Width, count * features.Width).ToArray(), [count, features.Width]);
        return _means.Length == 0 ? values : values.sub_(tensor(_means)).div_(tensor(_scales));
    }

    private static (float[] Means, float[] Scales) Scaling(FeatureTable features, int count)
    {
        var (sums, squares) = (new double[features.Width], new double[features.Width]);
        for (var row = 0; row < count; row++)
        {
            var values = features.Row(row);
            for (var i = 0; i < values.Length; i++)
            {
                sums[i] += values[i];
            }
        }

        for (var row = 0; row < count; row++)
        {
            var values = features.Row(row);
            for (var i = 0; i < values.Length; i++)
            {
                squares[i] += Math.Pow(values[i] - (sums[i] / count), 2);
            }
        }

        // What never changes tells nothing, whatever it is divided by.
        return ([.. sums.Select(s => (float)(s / count))], [.. squares.Select(s => s / count).Select(v => v > 1e-12 ? (float)Math.Sqrt(v) : 1)]);
    }
}
