using static TorchSharp.torch;

namespace Builder.Training.Rivals.Methods;

/// <summary>
/// The mean of what is true of the five most similar training pictures, by the distance of their pixels: scikit-learn's KNeighborsClassifier and KNeighborsRegressor with their usual
/// settings. Source: https://scikit-learn.org/stable/modules/neighbors.html.
/// </summary>
public sealed class NearestNeighbours : IRival
{
    private const int Neighbours = 5;
    private const int BatchRows = 256;

    private readonly RivalProblem _problem;
    private readonly RivalRows _known;

    /// <summary>Remembers these samples.</summary>
    public NearestNeighbours(RivalProblem problem, RivalRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        (_problem, _known) = (problem, rows);
    }

    /// <inheritdoc/>
    public int Learned => _known.Count;

    /// <inheritdoc/>
    public double[] Predict(RivalRows rows, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var (width, said) = (_known.Pixels!.Width, new List<double>(rows.Count * _problem.Outputs));
        var known = tensor(_known.Pixels.Values, [_known.Count, width]);
        var (turned, lengths, truths) = (known.t(), known.square().sum(1), tensor(_known.Targets, [_known.Count, _problem.Outputs]));
        for (var first = 0; first < rows.Count; first += BatchRows)
        {
            leave.ThrowIfCancellationRequested();
            using var inner = NewDisposeScope();
            var count = Math.Min(BatchRows, rows.Count - first);
            var asked = tensor(rows.Pixels!.Values.AsSpan(first * width, count * width).ToArray(), [count, width]);

            // The squared distance without what is the same for all that are known.
            var near = (lengths - (2 * asked.mm(turned))).topk(Math.Min(Neighbours, _known.Count), 1, largest: false).indexes;
            said.AddRange(truths.index_select(0, near.reshape(-1)).reshape(count, -1, _problem.Outputs).mean([1L]).contiguous().data<double>().ToArray());
        }

        return [.. said];
    }
}
