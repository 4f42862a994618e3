using Builder.Datasets.Randomness;

namespace Builder.Training.Rivals.Trees;

/// <summary>How far a tree grows.</summary>
/// <param name="Depth">Questions from the top to an answer at most.</param>
/// <param name="Leaf">Samples of an answer at least.</param>
/// <param name="Features">Features that each question chooses from; all where there are no more.</param>
/// <param name="Shrinkage">Added below every answer's fraction, so that few samples say little; 0 for plain means.</param>
public readonly record struct TreeLimits(int Depth, int Leaf, int Features = int.MaxValue, double Shrinkage = 0);

/// <summary>
/// A tree of yes-or-no questions on single features (CART; Breiman, Friedman, Olshen and Stone 1984), each the one that makes the squared errors of all outputs together the smallest. For
/// outputs that are 1 for the true class and 0 otherwise that is Gini's criterion, as in https://scikit-learn.org/stable/modules/tree.html#mathematical-formulation.
/// </summary>
public sealed class RegressionTree
{
    private const double LeastGain = 1e-12;

    private readonly List<Node> _nodes = [];
    private readonly List<double> _answers = [];
    private readonly int _outputs;

    private RegressionTree(int outputs) => _outputs = outputs;

    /// <summary>Questions and answers.</summary>
    public int Nodes => _nodes.Count;

    /// <summary>Answers.</summary>
    public int Leaves => _nodes.Count(node => node.Feature < 0);

    /// <summary>Grows a tree.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="rows">Places of the samples that it learns from, which may come up again; their order changes.</param>
    /// <param name="limits">How far it grows.</param>
    /// <param name="random">Chooses features where limits ask for some of them.</param>
    /// <param name="leave">Ends the work between two questions.</param>
    public static RegressionTree Grow(TreeSamples samples, int[] rows, TreeLimits limits, Xoshiro256? random, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(rows);
        var tree = new RegressionTree(samples.Outputs);
        new Growth(tree, samples, rows, limits, random, leave).Split(0, rows.Length, 0);
        return tree;
    }

    /// <summary>Adds what the tree says, times a factor.</summary>
    /// <param name="bins">Shape [width, count]: the bins of samples.</param>
    /// <param name="count">How many samples.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="to">Shape [count, outputs].</param>
    public void AddTo(byte[] bins, int count, double factor, double[] to)
    {
        ArgumentNullException.ThrowIfNull(bins);
        ArgumentNullException.ThrowIfNull(to);
        for (var row = 0; row < count; row++)
        {
            var node = 0;
            while (_nodes[node].Feature is >= 0 and var feature)
            {
                node = bins[(feature * count) + row] <= _nodes[node].Bin ? node + 1 : _nodes[node].Other;
            }

            for (var output = 0; output < _outputs; output++)
            {
                to[(row * _outputs) + output] += factor * _answers[(_nodes[node].Other * _outputs) + output];
            }
        }
    }

    // A question is answered by the next node where the bin is at most this, otherwise by the other one; an answer has no feature, and its place among the answers there.
    private readonly record struct Node(int Feature, byte Bin, int Other);

    private sealed class Growth(RegressionTree tree, TreeSamples samples, int[] rows, TreeLimits limits, Xoshiro256? random, CancellationToken leave)
    {
        private readonly int _outputs = samples.Outputs;
        private readonly int[] _features = [.. Enumerable.Range(0, samples.Width)];
        private readonly int[] _counts = new int[byte.MaxValue + 1];
        private readonly double[] _sums = new double[(byte.MaxValue + 1) * samples.Outputs];
        private readonly double[] _left = new double[samples.Outputs];

        public void Split(int first, int count, int depth)
        {
            leave.ThrowIfCancellationRequested();
            var own = rows.AsSpan(first, count);
            if (depth >= limits.Depth || count < 2 * limits.Leaf || Best(own) is not { Gain: > LeastGain } best)
            {
                tree._nodes.Add(new(-1, 0, tree._answers.Count / _outputs));
                tree._answers.AddRange(Answer(own));
                return;
            }

            var node = tree._nodes.Count;
            tree._nodes.Add(default);
            var middle = Part(own, best.Feature, best.Bin);
            Split(first, middle, depth + 1);
            tree._nodes[node] = new(best.Feature, best.Bin, tree._nodes.Count);
            Split(first + middle, count - middle, depth + 1);
        }

        private double[] Answer(ReadOnlySpan<int> own)
        {
            var (sums, fractions) = (new double[_outputs], new double[_outputs]);
            foreach (var row in own)
            {
                for (var output = 0; output < _outputs; output++)
                {
                    sums[output] += samples.Targets[(row * _outputs) + output];
                    fractions[output] += samples.Curvatures is { } curvatures ? curvatures[(row * _outputs) + output] : 1;
                }
            }

            return [.. sums.Select((sum, output) => sum / Math.Max(1e-12, fractions[output] + limits.Shrinkage))];
        }

        private int Part(Span<int> own, int feature, byte bin)
        {
            var bins = samples.Bins.AsSpan(feature * samples.Count, samples.Count);
            var middle = 0;
            for (var i = 0; i < own.Length; i++)
            {
                if (bins[own[i]] <= bin)
                {
                    (own[i], own[middle]) = (own[middle], own[i]);
                    middle++;
                }
            }

            return middle;
        }

        private (int Feature, byte Bin, double Gain) Best(ReadOnlySpan<int> own)
        {
            var all = new double[_outputs];
            foreach (var row in own)
            {
                for (var output = 0; output < _outputs; output++)
                {
                    all[output] += samples.Targets[(row * _outputs) + output];
                }
            }

            var best = (Feature: -1, Bin: (byte)0, Gain: 0.0);
            var (tried, wanted) = (0, Math.Min(limits.Features, _features.Length));
            for (var i = 0; i < _features.Length && tried < wanted; i++)
            {
                if (wanted < _features.Length)
                {
                    var chosen = i + random!.NextBelow(_features.Length - i);
                    (_features[i], _features[chosen]) = (_features[chosen], _features[i]);
                }

                // A feature that is the same for all these samples is no choice.
                if (Count(own, _features[i]) is { } range && range.First < range.Last)
                {
                    tried++;
                    Scan(range, own.Length, all, _features[i], ref best);
                }
            }

            return best;
        }

        private (int First, int Last) Count(ReadOnlySpan<int> own, int feature)
        {
            var bins = samples.Bins.AsSpan(feature * samples.Count, samples.Count);
            var (first, last) = (byte.MaxValue, byte.MinValue);
            foreach (var row in own)
            {
                first = Math.Min(first, bins[row]);
                last = Math.Max(last, bins[row]);
            }

            _counts.AsSpan(first, last - first + 1).Clear();
            _sums.AsSpan(first * _outputs, (last - first + 1) * _outputs).Clear();
            foreach (var row in own)
            {
                var bin = bins[row];
                _counts[bin]++;
                var sums = _sums.AsSpan(bin * _outputs, _outputs);
                var targets = samples.Targets.AsSpan(row * _outputs, _outputs);
                for (var output = 0; output < targets.Length; output++)
                {
                    sums[output] += targets[output];
                }
            }

            return (first, last);
        }

        private void Scan((int First, int Last) range, int count, double[] all, int feature, ref (int Feature, byte Bin, double Gain) best)
        {
            Array.Clear(_left);
            var before = 0.0;
            foreach (var sum in all)
            {
                before += sum * sum / count;
            }

            var left = 0;
            for (var bin = range.First; bin < range.Last; bin++)
            {
                if (_counts[bin] == 0)
                {
                    continue;
                }

                left += _counts[bin];
                var (yes, no) = (0.0, 0.0);
                for (var output = 0; output < _outputs; output++)
                {
                    _left[output] += _sums[(bin * _outputs) + output];
                    yes += _left[output] * _left[output];
                    no += (all[output] - _left[output]) * (all[output] - _left[output]);
                }

                if (left >= limits.Leaf && count - left >= limits.Leaf && (yes / left) + (no / (count - left)) - before is var gain && gain > best.Gain)
                {
                    best = (feature, (byte)bin, gain);
                }
            }
        }
    }
}

/// <summary>Samples as trees learn from them.</summary>
/// <param name="Bins">Shape [width, count], see <see cref="FeatureBins"/>.</param>
/// <param name="Width">Features.</param>
/// <param name="Targets">Shape [count, outputs]: what a tree is to say.</param>
/// <param name="Outputs">Numbers that it says.</param>
public sealed record TreeSamples(byte[] Bins, int Width, double[] Targets, int Outputs)
{
    /// <summary>How many samples.</summary>
    public int Count => Targets.Length / Outputs;

    /// <summary>Shape [count, outputs]: what each sample adds to the fraction of an answer (Newton's step of a loss); null for 1.</summary>
    public double[]? Curvatures { get; init; }
}
