using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

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
