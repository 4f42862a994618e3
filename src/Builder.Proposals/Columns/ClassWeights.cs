using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Datasets.Preparation;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Proposals.Columns;

/// <summary>Weights by which the classes of a target count equally, however many rows each has, or the yes and the no of each of its labels.</summary>
/// <param name="Values">One for each class or label, in their order; empty to count all alike.</param>
/// <param name="AreOfLabels">Whether a row may have several of them, so that each is weighed against its absence.</param>
internal sealed record ClassWeights(ImmutableArray<double> Values, bool AreOfLabels)
{
    private const int Digits = 3;

    /// <summary>All count alike.</summary>
    public static ClassWeights Alike { get; } = new([], false);

    /// <summary>Whether all count alike.</summary>
    public bool IsEmpty => Values.IsEmpty;

    /// <summary>What a loss is told of them.</summary>
    public (string Name, ParameterValue Value)[] Parameters => IsEmpty ? [] : [(AreOfLabels ? "pos_weight" : "weight", ParameterValue.Of(Values.AsSpan()))];

    /// <summary>
    /// For each class rows ÷ (classes × rows of the class), scikit-learn's "balanced"; for each label rows without it ÷ rows with it, as PyTorch advises for "pos_weight". None
    /// where the target does not ask for them.
    /// https://scikit-learn.org/stable/modules/generated/sklearn.utils.class_weight.compute_class_weight.html
    /// https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html
    /// </summary>
    /// <param name="table">The rows, as a person has changed them.</param>
    /// <param name="set">The description.</param>
    /// <param name="target">Name of the target column.</param>
    public static ClassWeights Of(RawTable table, DataSet set, string target) => set.Columns.FirstOrDefault(c => c.Name == target) is not { Balanced: true } column ? Alike
        : column.Type == ColumnType.Labels ? OfLabels(table, set, column) : OfClasses(table, set, column);

    private static ClassWeights OfClasses(RawTable table, DataSet set, DataColumn column)
    {
        var counts = ClassCounts.Of(table, column.SourceName, set.Rows);
        var rows = counts.Values.Sum();
        return new([.. FittedOrdinal.InOrder([.. counts.Keys]).Select(name => Math.Round(rows / ((double)counts.Count * counts[name]), Digits))], AreOfLabels: false);
    }

    // A label that only the held-back rows have is none of the model's.
    private static ClassWeights OfLabels(RawTable table, DataSet set, DataColumn column)
    {
        if (table.Find<TextColumn>(column.SourceName) is not { } all)
        {
            return Alike;
        }

        try
        {
            var texts = DataPreparation.TrainingRows(set, table, column.Name).Get<TextColumn>(column.SourceName);
            var (counts, rows) = (LabelColumns.Count(texts, LabelColumns.SeparatorOf(all)), texts.Codes.Count(code => code != TextColumn.Missing));
            return new([.. FittedOrdinal.InOrder([.. counts.Keys]).Select(label => counts[label] == rows ? 1 : Math.Round((rows - counts[label]) / (double)counts[label], Digits))], AreOfLabels: true);
        }
        catch (DataException)
        {
            // A plan in the making: its rows cannot be divided yet.
            return Alike;
        }
    }

    /// <summary>The edits by which the losses of a target count its classes so, or all alike again.</summary>
    /// <param name="document">The document.</param>
    /// <param name="target">The target block.</param>
    public IEnumerable<Edit> Edits(ProjectDocument document, string target)
    {
        foreach (var loss in document.Links.Values.Where(l => l.From.Block == target && l.To.Port == "target").Select(l => document.Blocks.GetValueOrDefault(l.To.Block)).OfType<Block>())
        {
            if (loss.Kind is "CrossEntropyLoss" or "NLLLoss" && !AreOfLabels)
            {
                yield return new SetParameter(loss.Id, "weight", IsEmpty ? null : ParameterValue.Of(Values.AsSpan()));
            }
            else if (loss.Kind == "BCEWithLogitsLoss" && (IsEmpty || AreOfLabels || Values.Length == 2))
            {
                yield return new SetParameter(loss.Id, "pos_weight", IsEmpty ? null : AreOfLabels ? ParameterValue.Of(Values.AsSpan()) : ParameterValue.Of(Math.Round(Values[1] / Values[0], Digits)));
            }
        }
    }
}
