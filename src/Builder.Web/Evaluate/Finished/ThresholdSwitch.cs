using Builder.Files;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Storage;
using Builder.Storage.Runs;

namespace Builder.Web.Evaluate.Finished;

/// <summary>
/// Lets a finished model go by its other thresholds: the usual ones, those that were chosen on the validation part, or those that a person takes. Its evaluation, its predictions and what the
/// list of runs says change together, and the ones before are always there to go back to.
/// </summary>
/// <param name="runs">Knows the scores of runs.</param>
public sealed class ThresholdSwitch(RunStore runs)
{
    private readonly Lock _gate = new();

    /// <summary>What the model tells with its other thresholds; null where it has no others.</summary>
    public static Evaluation? OtherOf(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.HasModel ? EvaluationFile.Read(Path.Combine(run.Folder, Evaluation.OtherFileName)) : null;
    }

    /// <summary>Makes the other thresholds those that the model goes by; nothing where it has no others.</summary>
    /// <exception cref="StorageException">The disk is full or cannot be written.</exception>
    public async Task SwitchAsync(FinishedRun run, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        await TellAsync(run, await Task.Run(() => Exchange(run, OtherOf), ct), ct);
    }

    /// <summary>
    /// Lets one prediction of two classes decide otherwise; what it went by before becomes its other threshold.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="head">The prediction's name.</param>
    /// <param name="decision">From when on a class is said; null for the likelier one.</param>
    /// <param name="worth">The values by which it was chosen; null where it was not chosen by any.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>False where the cases of the run cannot be read any more; nothing has changed then.</returns>
    /// <exception cref="StorageException">The disk is full or cannot be written.</exception>
    public async Task<bool> UseAsync(FinishedRun run, string head, CaseDecision? decision, AnswerValues? worth, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var now = await Task.Run(() => Exchange(run, (of, before) => of.HasModel && CaseFile.Read(of, head) is { } cases ? JudgedEvaluation.Of(before, head, cases, decision, worth) : null), ct);
        await TellAsync(run, now, ct);
        return now is not null;
    }

    private async Task TellAsync(FinishedRun run, Evaluation? judged, CancellationToken ct)
    {
        if (judged is { } now && await runs.FindAsync(run.Id, ct) is { Scores: not null })
        {
            await runs.UpdateAsync(run.Id, new RunChange { Scores = new(now.Task, now.Train, now.Validation, now.Test, now.Baseline, now.Units) }, ct);
        }
    }

    private static Evaluation? OtherOf(FinishedRun run, Evaluation before) => OtherOf(run);

    private Evaluation? Exchange(FinishedRun run, Func<FinishedRun, Evaluation, Evaluation?> choose)
    {
        lock (_gate)
        {
            var (file, other) = (Path.Combine(run.Folder, Evaluation.FileName), Path.Combine(run.Folder, Evaluation.OtherFileName));
            if (EvaluationFile.Read(file) is not { } before || choose(run, before) is not { } wanted)
            {
                return null;
            }

            try
            {
                var ended = File.GetLastWriteTimeUtc(file);
                WriteThresholds(new BundleFolder(run.Bundle).Thresholds, wanted);
                AtomicFile.Write(other, stream => stream.Write(before.ToJson()));
                AtomicFile.Write(file, stream => stream.Write(wanted.ToJson()));

                // The time of the file is when the run ended, and by another time its new content is known.
                File.SetLastWriteTimeUtc(file, ended.AddMilliseconds(1));
                return wanted;
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                throw StorageProblems.NotSaved(cause);
            }
        }
    }

    /// <summary>Writes the thresholds of a model as an evaluation has them; none where the usual ones hold.</summary>
    private static void WriteThresholds(string file, Evaluation wanted)
    {
        var thresholds = new DecisionThresholds([.. wanted.Heads.Where(h => h.Thresholds.Count > 0).Select(h => new HeadThresholds(h.Name, h.Thresholds))]);
        if (thresholds.Heads.Count == 0)
        {
            File.Delete(file);
        }
        else
        {
            AtomicFile.Write(file, stream => stream.Write(thresholds.ToJson()));
        }
    }
}
