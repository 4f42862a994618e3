using Builder.Graph;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Instruments.Grids;

/// <summary>What the values of a grid's column are, and so how they are sorted and filtered.</summary>
public enum GridKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Quantities.</summary>
    Number,

    /// <summary>Days or moments.</summary>
    Date,

    /// <summary>One of few names.</summary>
    Choice,
}

/// <summary>A column of a grid.</summary>
/// <typeparam name="TRow">What a row is made of.</typeparam>
/// <param name="Id">Names it in a <see cref="GridView"/>.</param>
/// <param name="Title">Its head.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Cell">Draws its value in a row.</param>
public sealed record GridColumn<TRow>(string Id, Localized Title, GridKind Kind, RenderFragment<TRow> Cell)
{
    /// <summary>The names that a filter offers, for <see cref="GridKind.Choice"/>.</summary>
    public IReadOnlyList<GridChoice> Choices { get; init; } = [];

    /// <summary>The value of a row as people read it, where rows are all in memory; null where there is none.</summary>
    public Func<TRow, string?> TextOf { get; init; } = _ => null;

    /// <summary>The value of a row to sort and compare by, for numbers and dates; NaN where there is none.</summary>
    public Func<TRow, double> NumberOf { get; init; } = _ => double.NaN;

    /// <summary>What a row's value is called in <see cref="Choices"/>.</summary>
    public Func<TRow, string?> ValueOf { get; init; } = _ => null;

    /// <summary>Whether rows can be put together by it.</summary>
    public bool CanGroup { get; init; }

    /// <summary>Whether rows can be sorted by it.</summary>
    public bool CanSort { get; init; } = true;

    /// <summary>Whether rows can be filtered by it.</summary>
    public bool CanFilter { get; init; } = true;
}

/// <summary>A name that a filter offers.</summary>
/// <param name="Value">What is compared.</param>
/// <param name="Title">What people read.</param>
public sealed record GridChoice(string Value, Localized Title);
