using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Proposals.Columns;

/// <summary>Weights by which the classes of a target count equally, however many rows each has.</summary>
internal static class ClassWeights
{
    /// <summary>
    /// A weight for each class: rows ÷ (classes × rows of the class), scikit-learn's "balanced". Empty where the target does not ask for them.
    /// https://scikit-learn.org/stable/modules/generated/sklearn.utils.class_weight.compute_class_weight.html
    /// </summary>
    /// <param name="table">The rows.</param>
    /// <param name="set">The description.</param>
    /// <param name="target">Name of the target column.</param>
    public static ImmutableArray<double> Of(RawTable table, DataSet set, string target)
    {
        var column = set.Columns.FirstOrDefault(c => c.Name == target);
        if (column is not { Balanced: true })
        {
            return [];
        }

        var counts = ClassCounts.Of(table, column.SourceName, set.Rows);
        var rows = counts.Values.Sum();
        return [.. FittedOrdinal.InOrder([.. counts.Keys]).Select(name => Math.Round(rows / ((double)counts.Count * counts[name]), 3))];
    }

    /// <summary>The edits by which the losses of a target count its classes so, or all alike again.</summary>
    /// <param name="document">The document.</param>
    /// <param name="target">The target block.</param>
    /// <param name="weights">A weight for each class; empty to count all alike.</param>
    public static IEnumerable<Edit> Edits(ProjectDocument document, string target, ImmutableArray<double> weights)
    {
        foreach (var loss in document.Links.Values.Where(l => l.From.Block == target && l.To.Port == "target").Select(l => document.Blocks.GetValueOrDefault(l.To.Block)).OfType<Block>())
        {
            if (loss.Kind is "CrossEntropyLoss" or "NLLLoss")
            {
                yield return new SetParameter(loss.Id, "weight", weights.IsEmpty ? null : ParameterValue.Of(weights.AsSpan()));
            }
            else if (loss.Kind == "BCEWithLogitsLoss" && weights.Length is 0 or 2)
            {
                yield return new SetParameter(loss.Id, "pos_weight", weights.IsEmpty ? null : ParameterValue.Of(Math.Round(weights[1] / weights[0], 3)));
            }
        }
    }
}
