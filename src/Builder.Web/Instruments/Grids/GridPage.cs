namespace Builder.Web.Instruments.Grids;

/// <summary>Some of a grid's rows.</summary>
/// <typeparam name="TRow">What a row is made of.</typeparam>
/// <param name="Rows">Those that were asked for, in their order.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record GridPage<TRow>(IReadOnlyList<TRow> Rows, int Total);
