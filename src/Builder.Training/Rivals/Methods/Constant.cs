namespace Builder.Training.Rivals.Methods;

/// <summary>The same answer for every sample: the shares of the classes or labels among the training samples, or the mean of the quantities.</summary>
public sealed class Constant : IRival
{
    private readonly double[] _means;

    /// <summary>Learns from these samples.</summary>
    public Constant(RivalProblem problem, RivalRows rows)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(rows);
        Learned = rows.Count;
        _means = new double[problem.Outputs];
        for (var i = 0; i < rows.Targets.Length; i++)
        {
            _means[i % problem.Outputs] += rows.Targets[i] / rows.Count;
        }
    }

    /// <inheritdoc/>
    public int Learned { get; }

    /// <inheritdoc/>
    public double[] Predict(RivalRows rows, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var said = new double[rows.Count * _means.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            _means.CopyTo(said, row * _means.Length);
        }

        return said;
    }
}
