using Builder.Graph.Data;

namespace Builder.Proposals;

/// <summary>What a column of the source is used for.</summary>
public enum ColumnUse
{
    /// <summary>The network reads it.</summary>
    Input,

    /// <summary>The network learns to predict it.</summary>
    Target,

    /// <summary>It is left out.</summary>
    Ignored,
}

/// <summary>What a person decides about one column of the source.</summary>
/// <param name="Name">Name in the source.</param>
/// <param name="Type">What its values mean.</param>
/// <param name="Use">What it is used for.</param>
/// <param name="Unit">Unit of its values; null where there is none.</param>
public sealed record ColumnChoice(string Name, ColumnType Type, ColumnUse Use, string? Unit = null);
