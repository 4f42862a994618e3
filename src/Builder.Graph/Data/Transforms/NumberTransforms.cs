using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>(value − mean) ÷ standard deviation, both of the training rows.</summary>
public sealed record Standardize : Transform;

/// <summary>Moves the training rows' smallest value to <see cref="Low"/> and the largest to <see cref="High"/>.</summary>
public sealed record MinMax : Transform
{
    /// <summary>Where the smallest value goes.</summary>
    public double Low { get; init; }

    /// <summary>Where the largest value goes.</summary>
    public double High { get; init; } = 1;
}

/// <summary>The natural logarithm of value + <see cref="Offset"/>.</summary>
public sealed record Log : Transform
{
    /// <summary>Added before the logarithm is taken, so that zeros can be used.</summary>
    public double Offset { get; init; }
}

/// <summary>Puts a value where one is missing.</summary>
public sealed record Impute : Transform
{
    /// <summary>Which value.</summary>
    public ImputeStrategy Strategy { get; init; } = ImputeStrategy.Median;

    /// <summary>The number for <see cref="ImputeStrategy.Constant"/> in a number column.</summary>
    public double? Value { get; init; }

    /// <summary>The name for <see cref="ImputeStrategy.Constant"/> in a category or text column.</summary>
    public string? Category { get; init; }
}

/// <summary>The value that stands in for a missing one.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ImputeStrategy>))]
public enum ImputeStrategy
{
    /// <summary>The mean of the training rows.</summary>
    Mean,

    /// <summary>The median of the training rows.</summary>
    Median,

    /// <summary>The most frequent value of the training rows; of several, the smallest.</summary>
    MostFrequent,

    /// <summary>A given value.</summary>
    Constant,
}
