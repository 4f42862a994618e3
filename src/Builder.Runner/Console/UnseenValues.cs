using System.Collections.Immutable;
using Builder.Protocol;
using Builder.Training.Inference;

namespace Builder.Runner.Console;

/// <summary>What the model has never seen, as it is told to people and to the server.</summary>
public static class UnseenValues
{
    /// <summary>Null where there are none.</summary>
    public static IReadOnlyList<UnseenValue>? Of(ImmutableArray<UnseenCategory> unseen) =>
        unseen.IsEmpty ? null : [.. unseen.Select(u => new UnseenValue(u.Column, u.Value, u.Row + 1, u.Rows))];
}
