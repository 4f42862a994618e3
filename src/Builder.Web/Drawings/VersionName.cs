using System.Globalization;

namespace Builder.Web.Drawings;

/// <summary>Names a version of a project's document in an address: a revision of its history, or what a run has trained.</summary>
/// <param name="Revision">The revision; null for a run.</param>
/// <param name="Run">The run's id; null for a revision.</param>
public readonly record struct VersionName(long? Revision, string? Run)
{
    private const string RunMark = "run-";

    /// <summary>A revision of the history.</summary>
    public static VersionName Of(long revision) => new(revision, null);

    /// <summary>What a run has trained.</summary>
    public static VersionName OfRun(string run) => new(null, run);

    /// <summary>Reads a name: "12", or "run-" and an id; null where it is neither.</summary>
    public static VersionName? Parse(string? text) =>
        text is null ? null
        : text.StartsWith(RunMark, StringComparison.Ordinal) && text.Length > RunMark.Length ? OfRun(text[RunMark.Length..])
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? Of(revision)
        : null;

    /// <inheritdoc/>
    public override string ToString() => Run is { } run ? RunMark + run : (Revision ?? 0).ToString(CultureInfo.InvariantCulture);
}
