using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>One step from a raw value to what the network reads.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Standardize), "standardize")]
[JsonDerivedType(typeof(MinMax), "minMax")]
[JsonDerivedType(typeof(Impute), "impute")]
[JsonDerivedType(typeof(Log), "log")]
[JsonDerivedType(typeof(Asinh), "asinh")]
[JsonDerivedType(typeof(OneHot), "oneHot")]
[JsonDerivedType(typeof(Ordinal), "ordinal")]
[JsonDerivedType(typeof(MultiHot), "multiHot")]
[JsonDerivedType(typeof(Tokenize), "tokenize")]
[JsonDerivedType(typeof(DatePart), "datePart")]
[JsonDerivedType(typeof(Resize), "resize")]
[JsonDerivedType(typeof(Normalize), "normalize")]
[JsonDerivedType(typeof(Augment), "augment")]
public abstract record Transform
{
    private protected Transform()
    {
    }
}

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

/// <summary>
/// The inverse hyperbolic sine of value ÷ scale: near zero the value itself, far out its logarithm with its sign, for every number there is. The scale is the lower
/// quartile of the training rows' sizes without their signs, zeros left aside.
/// </summary>
public sealed record Asinh : Transform;

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

/// <summary>One part of a date as a number, or as sine and cosine so that the end of a cycle lies next to its start.</summary>
public sealed record DatePart : Transform
{
    /// <summary>Which part.</summary>
    public required DatePartKind Part { get; init; }

    /// <summary>As one number or as sine and cosine ([2] floats).</summary>
    public DatePartForm As { get; init; }
}

/// <summary>A part of a date.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DatePartKind>))]
public enum DatePartKind
{
    /// <summary>The year.</summary>
    Year,

    /// <summary>The month, 1 … 12.</summary>
    Month,

    /// <summary>The day of the month, 1 … 31.</summary>
    Day,

    /// <summary>The day of the week, Monday = 1 … Sunday = 7.</summary>
    DayOfWeek,

    /// <summary>The day of the year, 1 … 366.</summary>
    DayOfYear,

    /// <summary>The hour of the day, 0 … 23.</summary>
    Hour,
}

/// <summary>How a part of a date is written.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DatePartForm>))]
public enum DatePartForm
{
    /// <summary>One number.</summary>
    Number,

    /// <summary>Sine and cosine of the position in the cycle.</summary>
    SineCosine,
}

/// <summary>A category as a row of zeros with a single one: [K] floats.</summary>
public sealed record OneHot : Transform;

/// <summary>A category as its number 0 … K−1: an int64 scalar.</summary>
public sealed record Ordinal : Transform;

/// <summary>The labels of a cell as ones in a row of zeros: [K] floats, all zeros where a cell says that there are none.</summary>
public sealed record MultiHot : Transform
{
    /// <summary>What stands between the labels of a cell, such as ";"; "json" for lists such as ["a", "b"]; null for what the column shows.</summary>
    public string? Separator { get; init; }
}

/// <summary>Brings pictures to one size and number of channels: [C, H, W].</summary>
public sealed record Resize : Transform
{
    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>1 for grey, 3 for colour.</summary>
    public int Channels { get; init; } = 3;
}

/// <summary>(value − mean) ÷ standard deviation for each channel, of values between 0 and 1.</summary>
public sealed record Normalize : Transform
{
    /// <summary>A mean for each channel; empty to take it from the training rows.</summary>
    public ImmutableArray<double> Mean { get; init; } = [];

    /// <summary>A standard deviation for each channel; empty to take it from the training rows.</summary>
    public ImmutableArray<double> Std { get; init; } = [];
}

/// <summary>Random changes of training pictures that do not change what they show. Never applied to validation or test.</summary>
public sealed record Augment : Transform
{
    /// <summary>Mirror left and right with probability ½.</summary>
    public bool FlipHorizontal { get; init; }

    /// <summary>Mirror top and bottom with probability ½.</summary>
    public bool FlipVertical { get; init; }

    /// <summary>Move by up to this many pixels in each direction, filling with zeros.</summary>
    public int Crop { get; init; }

    /// <summary>Turn by up to this many degrees either way.</summary>
    public double Rotate { get; init; }

    /// <summary>Standard deviation of normal noise added to values between 0 and 1.</summary>
    public double Noise { get; init; }
}

/// <summary>Text as a list of token numbers (int64).</summary>
public sealed record Tokenize : Transform
{
    /// <summary>How text is cut.</summary>
    public TokenizerKind Tokenizer { get; init; } = TokenizerKind.Word;

    /// <summary>Tokens of a row: longer texts are cut, shorter ones padded; null to take the training rows' longest. Not used for running text.</summary>
    public int? Length { get; init; }

    /// <summary>At most this many different tokens, the most frequent of the training rows; null for the tokenizer's own.</summary>
    public int? VocabularySize { get; init; }

    /// <summary>Whether capital letters are made small first.</summary>
    public bool Lowercase { get; init; }
}

/// <summary>How text is cut into tokens.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TokenizerKind>))]
public enum TokenizerKind
{
    /// <summary>Character by character.</summary>
    Character,

    /// <summary>Word by word; punctuation marks are words of their own.</summary>
    Word,

    /// <summary>Byte pairs, learned from the training rows.</summary>
    Bpe,

    /// <summary>Byte pairs with the vocabulary of GPT-2.</summary>
    Gpt2,

    /// <summary>Word pieces, learned from the training rows.</summary>
    Wordpiece,

    /// <summary>Word pieces with the vocabulary of BERT.</summary>
    Bert,
}
