namespace Builder.Tests.Order;

/// <summary>Proofs that take many minutes: <c>./builder verify</c> runs them whole, <c>./builder test</c> a shortened form of each.</summary>
internal static class LongProofs
{
    /// <summary>True where they are to run whole (<c>BUILDER_WHOLE_PROOFS</c>).</summary>
    public static bool Whole { get; } = Environment.GetEnvironmentVariable("BUILDER_WHOLE_PROOFS") is { Length: > 0 };
}
