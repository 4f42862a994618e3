using System.Collections.Immutable;
using System.Globalization;
using Builder.Datasets;
using Builder.Training.Heads;
using static TorchSharp.torch;

namespace Builder.Training.Inference;

/// <summary>What the numbers of one head mean to people: class names and units.</summary>
public sealed class HeadColumns
{
    private readonly FittedTransforms _transforms;

    /// <summary>The meaning of a head.</summary>
    public HeadColumns(Head head, FittedTransforms transforms)
    {
        (Head, _transforms) = (head, transforms);
        Classes = IsClass ? ClassNames() : [];
        Quantities = IsClass ? []
            : head.Task == TaskKind.Anomaly ? [("score", null)]
            : head.Binding is { } binding ? [.. binding.Columns.Select(c => (c, transforms[c].Schema.Unit))]
            : [(head.Name, null)];
        Names = IsClass ? [head.Name, "confidence", .. Classes.Select(name => $"p({name})")] : [.. Quantities.Select(WithUnit)];
    }

    /// <summary>The head.</summary>
    public Head Head { get; }

    /// <summary>True where it tells classes.</summary>
    public bool IsClass => Head.Task is TaskKind.Classification or TaskKind.BinaryClassification;

    /// <summary>Names of its classes in their order; none for quantities.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>The quantities that it tells, with their units; none for classes.</summary>
    public ImmutableArray<(string Name, string? Unit)> Quantities { get; }

    /// <summary>Names of its columns in a table.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>For each sample the probabilities of the classes, or the quantities in their units.</summary>
    public IEnumerable<double[]> Values(Tensor prediction) => IsClass ? Probabilities(prediction) : InUnits(prediction);

    /// <summary>A class by its number.</summary>
    public string ClassName(int number) => number < Classes.Length ? Classes[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The cells of a sample in a table.</summary>
    public IEnumerable<object> Cells(double[] values)
    {
        if (!IsClass)
        {
            return values.Cast<object>();
        }

        var best = Array.IndexOf(values, values.Max());
        return [ClassName(best), values[best], .. values];
    }

    private IEnumerable<double[]> Probabilities(Tensor prediction)
    {
        using var scope = NewDisposeScope();
        var probabilities = HeadReading.Probabilities(Head, prediction);
        return [.. HeadReading.Floats(probabilities).Chunk((int)probabilities.shape[1]).Select(p => Array.ConvertAll(p, v => (double)v))];
    }

    private IEnumerable<double[]> InUnits(Tensor prediction)
    {
        var perSample = (int)(prediction.numel() / prediction.shape[0]);
        var columns = Head.Task == TaskKind.Anomaly ? null : Head.Binding?.Columns;
        return [.. HeadReading.Floats(prediction).Chunk(perSample).Select(values => values
            .Take(Quantities.Length)
            .Select((value, i) => columns is null ? value : _transforms.ToUnits(columns.Value[i], value))
            .ToArray())];
    }

    private static string WithUnit((string Name, string? Unit) quantity) =>
        quantity.Unit is { } unit ? $"{quantity.Name} ({unit})" : quantity.Name;

    private ImmutableArray<string> ClassNames()
    {
        var names = Head.Binding is { } binding ? _transforms[binding.Columns[0]].Schema.ClassNames : [];
        return Head.Task == TaskKind.BinaryClassification && names.Length != 2 ? ["0", "1"] : names;
    }
}
