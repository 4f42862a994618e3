using Builder.Files;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Storage;
using Builder.Storage.Runs;

namespace Builder.Web.Evaluate.Finished;

/// <summary>
/// Lets a finished model go by its other thresholds: the usual ones, or those that were chosen on the validation part. Its evaluation, its predictions and what the
/// list of runs says change together.
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
        if (await Task.Run(() => Exchange(run), ct) is { } now && await runs.FindAsync(run.Id, ct) is { Scores: not null })
        {
            await runs.UpdateAsync(run.Id, new RunChange { Scores = new(now.Task, now.Train, now.Validation, now.Test, now.Baseline, now.Units) }, ct);
        }
    }

    private Evaluation? Exchange(FinishedRun run)
    {
        lock (_gate)
        {
            var (file, other) = (Path.Combine(run.Folder, Evaluation.FileName), Path.Combine(run.Folder, Evaluation.OtherFileName));
            if (OtherOf(run) is not { } wanted || EvaluationFile.Read(file) is not { } before)
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
