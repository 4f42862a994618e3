namespace Builder.Proposals;

/// <summary>How the rows of a table follow each other.</summary>
/// <param name="By">The column that orders them.</param>
/// <param name="GroupBy">The column that keeps several series apart; null for a single one.</param>
/// <param name="Window">Rows that a model looks back at.</param>
public sealed record SeriesShape(string By, string? GroupBy, int Window);
