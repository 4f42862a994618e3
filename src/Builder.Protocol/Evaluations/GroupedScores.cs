using System.Text.Json.Serialization;
using Builder.Graph.Data;

namespace Builder.Protocol.Evaluations;

/// <summary>How good a prediction is for each value of a column, or each range of its numbers: a score that is good on the whole may hide cases for which it is not.</summary>
/// <param name="Column">The column, by its name in the table; the model need not read it.</param>
/// <param name="Unit">Unit of its numbers, where one is known.</param>
/// <param name="Groups">The groups: numbers in rising order, others by how often they occur, and what is left at the end.</param>
public sealed record GroupedScores(string Column, string? Unit, IReadOnlyList<GroupScore> Groups);

/// <summary>How good a prediction is for the cases of one group.</summary>
/// <param name="Kind">What they have in common.</param>
/// <param name="Value">The value that they all have; null for groups of another kind.</param>
/// <param name="Low">The smallest number of a range; null for groups of another kind.</param>
/// <param name="High">The largest number of a range.</param>
/// <param name="Cases">How many there are.</param>
/// <param name="Mean">For classes the share of right answers, for a quantity the mean absolute error.</param>
/// <param name="Deviation">Standard deviation of what the mean is taken of, with n − 1 in the denominator; 0 for a single case.</param>
public sealed record GroupScore(GroupKind Kind, string? Value, double? Low, double? High, long Cases, double Mean, double Deviation);

/// <summary>What the cases of a group have in common.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GroupKind>))]
public enum GroupKind
{
    /// <summary>The same value.</summary>
    Value,

    /// <summary>Numbers from one to another, both included.</summary>
    Range,

    /// <summary>No value.</summary>
    Missing,

    /// <summary>Values that are too rare to be told one by one.</summary>
    Others,
}
