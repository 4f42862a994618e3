using System.Collections.Immutable;
using System.Globalization;
using Builder.Datasets.Labels;
using Builder.Datasets.Preparation;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Analysis;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Training.Heads;
using Builder.Training.Metrics;
using static TorchSharp.torch;

namespace Builder.Training.Inference;

/// <summary>
/// What the numbers of one head mean to people: class names and units. A head may tell several things of a sample: several target columns,
/// or one of every step.
/// </summary>
public sealed class HeadColumns
{
    private readonly FittedTransforms _transforms;

    /// <summary>The meaning of a head.</summary>
    /// <param name="head">The head.</param>
    /// <param name="transforms">What was learned from the training rows.</param>
    /// <param name="thresholds">From which probabilities on a class is said or a label given; null for the usual ones.</param>
    public HeadColumns(Head head, FittedTransforms transforms, DecisionThresholds? thresholds = null)
    {
        (Head, _transforms) = (head, transforms);
        Decision = HeadDecision.Of(head, transforms, thresholds ?? DecisionThresholds.Usual);
        Labels = IsClass ? LabelsOf() : [];
        LabelNames = IsMultiLabel ? HeadClasses.Of(head, transforms, head.Binding!.Columns[0]) : [];
        Separator = IsMultiLabel ? transforms[head.Binding!.Columns[0]].Steps.OfType<FittedMultiHot>().FirstOrDefault()?.Separator : null;
        Quantities = IsClass || IsMultiLabel ? [] : head.Task == TaskKind.Anomaly ? [new("score", null)] : QuantitiesOf();
        Names = IsClass ? [.. Labels.SelectMany(NamesOf)]
            : IsMultiLabel ? [head.Name, .. LabelNames.Select(name => $"p({name})")]
            : [.. Quantities.Select(WithUnit)];
    }

    /// <summary>The head.</summary>
    public Head Head { get; }

    /// <summary>What it says by its probabilities.</summary>
    public HeadDecision Decision { get; }

    /// <summary>True where it tells classes.</summary>
    public bool IsClass => HeadClasses.AreOf(Head);

    /// <summary>True where it tells any number of labels of a sample.</summary>
    public bool IsMultiLabel => Head.Task == TaskKind.MultiLabel;

    /// <summary>The labels that it can give, in their order; none for other tasks.</summary>
    public ImmutableArray<string> LabelNames { get; }

    /// <summary>What stands between labels in the training file, see <see cref="LabelText"/>; null where nothing does.</summary>
    public string? Separator { get; }

    /// <summary>The things that it names a class of; none for quantities.</summary>
    public ImmutableArray<ClassLabel> Labels { get; }

    /// <summary>The quantities that it tells, with their units; none for classes.</summary>
    public ImmutableArray<Quantity> Quantities { get; }

    /// <summary>Names of its columns in a table.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>For each sample the probabilities of the classes, label after label, or of the labels that it can give; or the quantities in their units.</summary>
    public IEnumerable<double[]> Values(Tensor prediction) => IsClass || IsMultiLabel ? Probabilities(prediction) : InUnits(prediction);

    /// <summary>The labels that are given for the <see cref="Values"/> of a sample, in their order.</summary>
    public ImmutableArray<string> Given(IReadOnlyList<double> values) => [.. LabelNames.Where((_, i) => values[i] >= Decision.Labels[i])];

    /// <summary>The probabilities of one label among the <see cref="Values"/> of a sample.</summary>
    public ArraySegment<double> Of(double[] values, int label)
    {
        var classes = values.Length / Labels.Length;
        return new(values, label * classes, classes);
    }

    /// <summary>A class of the first label by its number.</summary>
    public string ClassName(int number) => Labels[0].ClassName(number);

    /// <summary>The cells of a sample in a table.</summary>
    public IEnumerable<object> Cells(double[] values) => IsClass
        ? Labels.SelectMany((label, i) => Cells(label, Of(values, i)))
        : IsMultiLabel ? [new LabelList(Given(values), Separator), .. values]
        : values.Cast<object>();

    // With several labels the probabilities of all their classes would be more than anybody reads.
    private object[] Cells(ClassLabel label, ArraySegment<double> probabilities)
    {
        var place = ClassDecision.Of(Decision.Binary, probabilities);
        object[] told = [label.ClassName(place), probabilities[place]];
        return Labels.Length == 1 ? [.. told, .. probabilities] : told;
    }

    private IEnumerable<string> NamesOf(ClassLabel label) => Labels.Length == 1
        ? [label.Name, "confidence", .. label.Classes.Select(name => $"p({name})")]
        : [label.Name, $"confidence({label.Name})"];

    private IEnumerable<double[]> Probabilities(Tensor prediction)
    {
        using var scope = NewDisposeScope();
        var probabilities = HeadOutputs.Probabilities(Head, prediction);
        var perSample = (int)(probabilities.numel() / prediction.shape[0]);
        return [.. HeadOutputs.Floats(probabilities).Chunk(perSample).Select(p => Array.ConvertAll(p, v => (double)v))];
    }

    private IEnumerable<double[]> InUnits(Tensor prediction)
    {
        var perSample = (int)(prediction.numel() / prediction.shape[0]);
        var columns = Head.Task == TaskKind.Anomaly ? null : Head.Binding?.Columns;
        return [.. HeadOutputs.Floats(prediction).Chunk(perSample).Select(values => values
            .Take(Quantities.Length)
            .Select((value, i) => columns is { } c ? _transforms.ToUnits(c[i % c.Length], value) : value)
            .ToArray())];
    }

    private ImmutableArray<ClassLabel> LabelsOf()
    {
        var isBinary = Head.Task == TaskKind.BinaryClassification;
        var columns = Head.Binding?.Columns ?? [];
        var classes = columns.Length > 0 ? HeadClasses.Of(Head, _transforms, columns[0]) : [];
        var perLabel = isBinary ? 1 : Math.Max(1, classes.Length);
        var labels = Head.Binding is null ? 1 : Math.Max(1, Head.Outputs / perLabel);
        if (labels == 1)
        {
            return [new(Head.Name, classes.Length > 0 ? classes : HeadClasses.Numbers(isBinary ? 2 : Head.Outputs))];
        }

        return labels == columns.Length
            ? [.. columns.Select(column => new ClassLabel(column, HeadClasses.Of(Head, _transforms, column)))]
            : [.. Enumerable.Range(1, (int)labels).Select(i => new ClassLabel(Numbered(Head.Name, i), classes))];
    }

    private ImmutableArray<Quantity> QuantitiesOf()
    {
        ImmutableArray<Quantity> one = Head.Binding is { } binding
            ? [.. binding.Columns.Select(column => new Quantity(column, _transforms[column].Schema.Unit))]
            : [new(Head.Name, null)];
        var times = (int)Math.Max(1, Head.Outputs / one.Length);
        return times == 1 ? one
            : [.. Enumerable.Range(1, times).SelectMany(i => one.Select(quantity => quantity with { Name = Numbered(quantity.Name, i) }))];
    }

    private static string Numbered(string name, int place) => string.Create(CultureInfo.InvariantCulture, $"{name} {place}");

    private static string WithUnit(Quantity quantity) => quantity.Unit is { } unit ? $"{quantity.Name} ({unit})" : quantity.Name;
}

/// <summary>Something that a head names a class of.</summary>
/// <param name="Name">Its name: the target column, with a number where there is one of every step.</param>
/// <param name="Classes">Names of its classes in their order.</param>
public sealed record ClassLabel(string Name, ImmutableArray<string> Classes)
{
    /// <summary>A class by its number.</summary>
    public string ClassName(int number) => number < Classes.Length ? Classes[number] : number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The labels that a sample is given, as a cell of a table.</summary>
/// <param name="Labels">The labels; none where none of them is likely enough.</param>
/// <param name="Separator">What stands between labels in the training file.</param>
public sealed record LabelList(ImmutableArray<string> Labels, string? Separator)
{
    /// <summary>As the training file would write them.</summary>
    public override string ToString() => LabelText.Join(Labels, Separator);
}

/// <summary>A quantity that a head tells.</summary>
/// <param name="Name">Its name: the target column, with a number where there is one of every step.</param>
/// <param name="Unit">Its unit; null where none is known.</param>
public sealed record Quantity(string Name, string? Unit);
