using System.Collections.Immutable;
using Builder.Graph.Documents;

namespace Builder.Graph.Catalog;

/// <summary>The type of a parameter's value.</summary>
public enum ParameterType
{
    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A real number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of <see cref="Parameter.Choices"/>.</summary>
    Choice,

    /// <summary>A text.</summary>
    Text,

    /// <summary>One whole number for all dimensions, or a list with one for each: PyTorch's "int or tuple".</summary>
    IntegerOrList,

    /// <summary>A list of whole numbers.</summary>
    IntegerList,

    /// <summary>A list of real numbers.</summary>
    NumberList,

    /// <summary>Id of a data set of the document.</summary>
    DataSet,

    /// <summary>Name of one column of the block's data set.</summary>
    Column,

    /// <summary>Names of columns of the block's data set.</summary>
    Columns,

    /// <summary>Ids of blocks or groups.</summary>
    Blocks,

    /// <summary>Id of a group of the document.</summary>
    Group,

    /// <summary>Name of a score that the document's training has: "loss", "accuracy", "price.mae".</summary>
    Score,
}

/// <summary>One choice of a <see cref="ParameterType.Choice"/> parameter.</summary>
/// <param name="Value">The value in the document; PyTorch's word where it has one.</param>
/// <param name="Title">What people read.</param>
public sealed record Choice(string Value, Localized Title);

/// <summary>A parameter of a block kind.</summary>
/// <param name="Name">PyTorch's name where it has one: "out_features", "kernel_size", "lr".</param>
/// <param name="Type">Type of the value.</param>
/// <param name="Default">PyTorch's default where it has one; what a fresh block has. A null default means "must be given" or "derived".</param>
/// <param name="Title">Its plain name.</param>
/// <param name="Help">What it does, for someone who does not know the field: one or two sentences.</param>
/// <param name="Min">Smallest allowed number, or smallest item of a list.</param>
/// <param name="Max">Largest allowed number, or largest item of a list.</param>
/// <param name="MinExclusive">The number must be greater than <paramref name="Min"/>, not equal.</param>
/// <param name="Choices">For choices: what can be chosen.</param>
public sealed record Parameter(
    string Name,
    ParameterType Type,
    ParameterValue? Default,
    Localized Title,
    Localized Help,
    double? Min = null,
    double? Max = null,
    bool MinExclusive = false,
    ImmutableArray<Choice> Choices = default)
{
    /// <summary>The largest number of units, channels or the like that a layer may have: more would not fit any machine.</summary>
    public const long MaxUnits = 1_000_000;

    /// <summary>A size: at least 1 and at most <see cref="MaxUnits"/>.</summary>
    public static Parameter Size(string name, long? fallback, Localized title, Localized help) =>
        new(name, ParameterType.Integer, fallback is { } value ? value : (ParameterValue?)null, title, help, 1, MaxUnits);

    /// <summary>A whole number between two bounds.</summary>
    public static Parameter Integer(string name, long? fallback, Localized title, Localized help, long min, long max) =>
        new(name, ParameterType.Integer, fallback is { } value ? value : (ParameterValue?)null, title, help, min, max);

    /// <summary>PyTorch's "int or tuple": one whole number for all dimensions, or a list with one for each.</summary>
    public static Parameter IntegerOrList(string name, long? fallback, Localized title, Localized help, long min, long max) =>
        new(name, ParameterType.IntegerOrList, fallback is { } value ? value : (ParameterValue?)null, title, help, min, max);

    /// <summary>A list of whole numbers.</summary>
    public static Parameter IntegerList(string name, ParameterValue fallback, Localized title, Localized help, long min, long max) =>
        new(name, ParameterType.IntegerList, fallback, title, help, min, max);

    /// <summary>A yes/no parameter.</summary>
    public static Parameter Switch(string name, bool fallback, Localized title, Localized help) =>
        new(name, ParameterType.Flag, fallback, title, help);

    /// <summary>A real number between two bounds.</summary>
    public static Parameter Real(
        string name, double fallback, Localized title, Localized help, double? min = null, double? max = null, bool minExclusive = false) =>
        new(name, ParameterType.Number, fallback, title, help, min, max, minExclusive);

    /// <summary>A choice; the first is the default.</summary>
    public static Parameter OneOf(string name, Localized title, Localized help, params ReadOnlySpan<Choice> choices) =>
        new(name, ParameterType.Choice, choices[0].Value, title, help, Choices: [.. choices]);
}
