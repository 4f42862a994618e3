using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>One column as the network sees it.</summary>
public sealed record DataColumn
{
    /// <summary>Name by which blocks refer to the column; also the source's column unless <see cref="From"/> names another.</summary>
    public required string Name { get; init; }

    /// <summary>The source's column where it differs from <see cref="Name"/>, so that one source column can be used twice.</summary>
    public string? From { get; init; }

    /// <summary>What the values mean.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Unit of the values in the source, such as "MPa"; shown with predictions and errors.</summary>
    public string? Unit { get; init; }

    /// <summary>The column's part in a window; without meaning where the data set has no windows.</summary>
    public WindowRole Window { get; init; }

    /// <summary>True for classes or labels whose rare ones shall count as much as the frequent ones: a proposal then gives the loss a weight for each.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Balanced { get; init; }

    /// <summary>Applied in order; what they learn, they learn from training rows only.</summary>
    public ImmutableArray<Transform> Transforms { get; init; } = [];

    /// <summary>Name of the source's column.</summary>
    [JsonIgnore]
    public string SourceName => From ?? Name;
}

/// <summary>What the values of a column mean.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ColumnType>))]
public enum ColumnType
{
    /// <summary>A quantity.</summary>
    Number,

    /// <summary>One of a limited set of names.</summary>
    Category,

    /// <summary>A day or a moment.</summary>
    Date,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>Names the row and says nothing about it.</summary>
    Id,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>Any number of a limited set of names, also none: "drama;comedy".</summary>
    Labels,
}

/// <summary>What a column gives to a window of rows.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<WindowRole>))]
public enum WindowRole
{
    /// <summary>The values of all rows of the window.</summary>
    Input,

    /// <summary>The single value <see cref="Windows.Horizon"/> rows after the window's last row.</summary>
    Target,

    /// <summary>The largest value within the window: a window is an anomaly when any of its rows is.</summary>
    Label,
}
