using Builder.Files;
using Builder.Protocol.Evaluations;
using Builder.Storage;

namespace Builder.Web.Evaluate.Finished;

/// <summary>Reads what is kept of single cases of a run of two classes, and keeps what their answers are worth to the person.</summary>
public static class CaseFile
{
    /// <summary>True where the run has kept cases, readable or not.</summary>
    public static bool Exists(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return File.Exists(new RunFolder(run.Folder).Cases);
    }

    /// <summary>The cases of a prediction; null where none are kept, or the file cannot be read.</summary>
    /// <param name="run">The run.</param>
    /// <param name="head">The prediction's name.</param>
    public static HeadCases? Read(FinishedRun run, string head)
    {
        ArgumentNullException.ThrowIfNull(run);
        return RunTellings.Read(new RunFolder(run.Folder).Cases, CaseScores.MostBytes, json => CaseScores.FromJson(json))?.Of(head);
    }

    /// <summary>What the answers of a prediction are worth; null where nobody said so.</summary>
    /// <param name="run">The run.</param>
    /// <param name="head">The prediction's name.</param>
    public static AnswerValues? Values(FinishedRun run, string head)
    {
        ArgumentNullException.ThrowIfNull(run);
        return All(run)?.Heads.GetValueOrDefault(head);
    }

    /// <summary>Keeps what the answers of a prediction are worth with its run.</summary>
    /// <exception cref="StorageException">The disk is full or cannot be written.</exception>
    public static void Keep(FinishedRun run, string head, AnswerValues values)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            var kept = new GivenValues(new Dictionary<string, AnswerValues>(All(run)?.Heads ?? new Dictionary<string, AnswerValues>()) { [head] = values });
            AtomicFile.Write(new RunFolder(run.Folder).AnswerValues, stream => stream.Write(kept.ToJson()));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw StorageProblems.NotSaved(cause);
        }
    }

    private static GivenValues? All(FinishedRun run) => RunTellings.Read(new RunFolder(run.Folder).AnswerValues, GivenValues.MostBytes, json => GivenValues.FromJson(json));
}
