using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>Type of one value in memory.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ElementType>))]
public enum ElementType
{
    /// <summary>32-bit floating point.</summary>
    Float32,

    /// <summary>64-bit signed integer.</summary>
    Int64,

    /// <summary>8-bit unsigned integer.</summary>
    UInt8,
}

/// <summary>What shape inference needs to know of a column after its transforms; holds no values.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Element">Type of the values.</param>
/// <param name="SampleShape">Shape of one sample, without the batch dimension; empty for a scalar.</param>
/// <param name="Classes">Number of classes or size of the vocabulary; null for quantities.</param>
/// <param name="ClassNames">Names of the classes in order; empty for quantities and vocabularies.</param>
/// <param name="Unit">Unit of the values in the source.</param>
public sealed record ColumnSchema(
    string Name,
    ElementType Element,
    ImmutableArray<long> SampleShape,
    int? Classes,
    ImmutableArray<string> ClassNames,
    string? Unit)
{
    /// <summary>True where a row may be of several classes or of none, so that each class is a yes or no of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsMultiLabel { get; init; }
}

/// <summary>What shape inference needs to know of a data set.</summary>
/// <param name="Id">The data set's name.</param>
/// <param name="Columns">Its columns after their transforms.</param>
/// <param name="TrainSamples">Samples for training.</param>
/// <param name="ValidationSamples">Samples for validation.</param>
/// <param name="TestSamples">Samples for the test.</param>
public sealed record DataSetSchema(
    string Id,
    ImmutableArray<ColumnSchema> Columns,
    long TrainSamples,
    long ValidationSamples,
    long TestSamples)
{
    /// <summary>The column of that name, or null.</summary>
    public ColumnSchema? Find(string column) => Columns.FirstOrDefault(c => c.Name == column);
}

/// <summary>What shape inference needs to know of all data sets of a document.</summary>
/// <param name="DataSets">The data sets.</param>
public sealed record DataSchema(ImmutableArray<DataSetSchema> DataSets)
{
    /// <summary>No data at all.</summary>
    public static DataSchema Empty { get; } = new([]);

    /// <summary>The column of that name in the data set of that name, or null.</summary>
    public ColumnSchema? Find(string dataSet, string column) => DataSets.FirstOrDefault(d => d.Id == dataSet)?.Find(column);
}
