using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>Which samples are held back. The rest is for training.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RandomSplit), "random")]
[JsonDerivedType(typeof(StratifiedSplit), "stratified")]
[JsonDerivedType(typeof(GroupSplit), "group")]
[JsonDerivedType(typeof(TimeSplit), "time")]
[JsonDerivedType(typeof(GivenSplit), "given")]
public abstract record Split
{
    private protected Split()
    {
    }
}

/// <summary>A split by fractions of the samples, drawn with a fixed seed.</summary>
public abstract record DrawnSplit : Split
{
    private protected DrawnSplit()
    {
    }

    /// <summary>Fraction for validation, 0 … 1.</summary>
    [JsonPropertyOrder(1)]
    public double Validation { get; init; } = 0.2;

    /// <summary>Fraction for the test, 0 … 1.</summary>
    [JsonPropertyOrder(2)]
    public double Test { get; init; } = 0.2;

    /// <summary>Seed of the draw: the same seed always gives the same split.</summary>
    [JsonPropertyOrder(3)]
    public long Seed { get; init; } = 1;
}

/// <summary>Samples drawn at random.</summary>
public sealed record RandomSplit : DrawnSplit;

/// <summary>Drawn so that every part has the same share of each class of a column.</summary>
public sealed record StratifiedSplit : DrawnSplit
{
    /// <summary>The source's column of the classes.</summary>
    public required string By { get; init; }
}

/// <summary>Drawn so that rows with the same value of a column stay together.</summary>
public sealed record GroupSplit : DrawnSplit
{
    /// <summary>The source's column that names the group.</summary>
    public required string By { get; init; }
}

/// <summary>The first samples are for training, then validation, then test, as in a real forecast.</summary>
public sealed record TimeSplit : Split
{
    /// <summary>The source's column that orders the rows; null for the order of the file (or of the windows).</summary>
    public string? By { get; init; }

    /// <summary>Fraction for validation, 0 … 1; without meaning where <see cref="ValidationFrom"/> is given.</summary>
    public double Validation { get; init; } = 0.2;

    /// <summary>Fraction for the test, 0 … 1; without meaning where <see cref="TestFrom"/> is given.</summary>
    public double Test { get; init; } = 0.2;

    /// <summary>First value of <see cref="By"/> (a date or a number, as in the source) for validation.</summary>
    public string? ValidationFrom { get; init; }

    /// <summary>First value of <see cref="By"/> (a date or a number, as in the source) for the test.</summary>
    public string? TestFrom { get; init; }
}

/// <summary>A column of the source names the part of each row: train, validation or test.</summary>
public sealed record GivenSplit : Split
{
    /// <summary>The source's column.</summary>
    public required string By { get; init; }

    /// <summary>Fraction of the training rows that is drawn for validation where no row names it, 0 … 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Validation { get; init; }

    /// <summary>Fraction of the training rows that is drawn for the test where no row names it, 0 … 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Test { get; init; }

    /// <summary>Seed of the draw.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Seed { get; init; }
}
