using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Protocol.Messages;
using Builder.Training.Inference;
using Builder.Training.Metrics;

namespace Builder.Training.Explanations;

/// <summary>The one number of a prediction that is explained: the probability of a class or label, or a quantity in its unit.</summary>
/// <param name="Columns">What the numbers of its head mean.</param>
/// <param name="Name">The column, or the name of the output.</param>
/// <param name="Class">The class or label; null for a quantity.</param>
/// <param name="Unit">Unit of a quantity, where one is known.</param>
/// <param name="Place">Its place among the head's <see cref="HeadColumns.Values"/>.</param>
internal sealed record ExplainedOutput(HeadColumns Columns, string Name, string? Class, string? Unit, int Place)
{
    /// <summary>True for a head that tells something of each row.</summary>
    public static bool Tells(Head head) => head.OutputActivation != OutputActivation.Picture && head.Task != TaskKind.LanguageModel;

    /// <summary>Finds what is asked for.</summary>
    /// <param name="heads">All heads that tell something.</param>
    /// <param name="predicted">What they tell of the row, head by head.</param>
    /// <param name="output">Name of the output; null for the first.</param>
    /// <param name="name">The class or label; null for the one that is said, or the likeliest label.</param>
    /// <exception cref="TrainingException">There is no such output or class.</exception>
    public static ExplainedOutput Of(IReadOnlyList<HeadColumns> heads, IReadOnlyList<double[]> predicted, string? output, string? name)
    {
        var known = heads.Zip(predicted).SelectMany(head => Names(head.First).Select((named, place) => (Head: head.First, Values: head.Second, Name: named, Place: place))).ToList();
        var found = known.FirstOrDefault(k => output is null || k.Name == output);
        if (found.Head is null)
        {
            throw new TrainingException(TrainingMessages.ExplanationUnknownOutput.With(("output", output ?? ""), ("known", MessageArgument.List(known.Select(k => k.Name)))));
        }

        var (columns, values) = (found.Head, found.Values);
        if (columns.IsClass)
        {
            var (label, probabilities) = (columns.Labels[found.Place], columns.Of(values, found.Place));
            string[] names = [.. Enumerable.Range(0, probabilities.Count).Select(label.ClassName)];
            var place = name is null ? ClassDecision.Of(columns.Decision.Binary, probabilities) : PlaceOf(name, names);
            return new(columns, found.Name, names[place], null, probabilities.Offset + place);
        }

        if (columns.IsMultiLabel)
        {
            var place = name is null ? ClassDecision.Likeliest(values) : PlaceOf(name, columns.LabelNames);
            return new(columns, found.Name, columns.LabelNames[place], null, place);
        }

        return name is null
            ? new(columns, found.Name, null, columns.Quantities[found.Place].Unit, found.Place)
            : throw new TrainingException(TrainingMessages.ExplanationNoClasses.With(("output", found.Name)));
    }

    private static IEnumerable<string> Names(HeadColumns head) =>
        head.IsClass ? head.Labels.Select(label => label.Name) : head.IsMultiLabel ? [head.Head.Name] : head.Quantities.Select(q => q.Name);

    private static int PlaceOf(string name, IReadOnlyList<string> names)
    {
        var place = names.ToList().IndexOf(name);
        return place >= 0 ? place : throw new TrainingException(TrainingMessages.ExplanationUnknownClass.With(("name", name), ("known", MessageArgument.List(names.Take(10)))));
    }
}
