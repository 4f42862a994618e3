using System.Globalization;
using Builder.Storage;

namespace Builder.Web.Sessions;

/// <summary>
/// Ids of commands that bring back how a project was. The log keeps the id of a command beside its edits; those alone would look like a
/// model that was taken away and another one that was drawn.
/// </summary>
public static class RestoreIds
{
    private const string OfRevision = "restore-";
    private const string OfRun = "restore-run-";

    /// <summary>A new id for going back to a revision.</summary>
    public static string ToRevision(long revision) => FormattableString.Invariant($"{OfRevision}{revision}-{ShortId.New()}");

    /// <summary>A new id for going back to the model of a run.</summary>
    /// <param name="number">The number that people see on the run.</param>
    public static string ToRun(long number) => FormattableString.Invariant($"{OfRun}{number}-{ShortId.New()}");

    /// <summary>The revision that a command went back to; null for other commands.</summary>
    public static long? RevisionOf(string id) => Number(id, OfRevision);

    /// <summary>The number of the run whose model a command brought back; null for other commands.</summary>
    public static long? RunOf(string id) => Number(id, OfRun);

    private static long? Number(string id, string mark) =>
        id.StartsWith(mark, StringComparison.Ordinal) && long.TryParse(id[mark.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var number) ? number : null;
}
