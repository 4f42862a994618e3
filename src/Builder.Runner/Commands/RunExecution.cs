using Builder.Protocol;
using Builder.Runner.Evaluations;
using Builder.Training.Runs;

namespace Builder.Runner.Commands;

/// <summary>Carries out runs.</summary>
internal static class RunExecution
{
    /// <summary>
    /// Trains to the end, and then compares the model with simple methods and measures what matters to it. A run that fails before it begins leaves no empty folder behind.
    /// </summary>
    /// <param name="request">What to train.</param>
    /// <param name="found">Told what is known afterwards.</param>
    /// <param name="beforeThat">Called between the end of the run and what comes after it, on the thread that does both.</param>
    /// <param name="giveWay">Ends the comparison with simple methods.</param>
    /// <exception cref="Builder.Training.TrainingException">It fails, or another training is at work in its folder.</exception>
    public static void Execute(RunRequest request, Action<RunEvent>? found = null, Action? beforeThat = null, CancellationToken giveWay = default)
    {
        using var taken = RunLock.Take(request.Folder);
        try
        {
            TrainingRun.Execute(request with
            {
                AtEnd = EvaluationWriter.Write,
                AfterEnd = model =>
                {
                    beforeThat?.Invoke();
                    if (RivalWriter.Write(model, giveWay))
                    {
                        found?.Invoke(new RunEvent.RivalsCompared());
                    }

                    if (ImportanceWriter.Write(model))
                    {
                        found?.Invoke(new RunEvent.ImportanceMeasured());
                    }
                },
            });
        }
        catch when (RemoveIfEmpty(request.Folder.Path))
        {
            throw;
        }
    }

    private static bool RemoveIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }

        return true;
    }
}
