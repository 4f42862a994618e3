namespace Builder.Graph.Data;

/// <summary>A category as a row of zeros with a single one: [K] floats.</summary>
public sealed record OneHot : Transform;

/// <summary>A category as its number 0 … K−1: an int64 scalar.</summary>
public sealed record Ordinal : Transform;
