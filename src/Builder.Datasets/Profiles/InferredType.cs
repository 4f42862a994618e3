using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Datasets.Profiles;

/// <summary>What a column seems to be, and why.</summary>
/// <param name="Type">The type proposed.</param>
/// <param name="Reason">Why, in plain words.</param>
public sealed record InferredType(ColumnType Type, Localized Reason);
