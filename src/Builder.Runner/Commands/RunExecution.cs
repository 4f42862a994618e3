using Builder.Runner.Evaluations;
using Builder.Training.Runs;

namespace Builder.Runner.Commands;

/// <summary>Carries out runs.</summary>
internal static class RunExecution
{
    /// <summary>Trains to the end, and then measures what matters to the model. A run that fails before it begins leaves no empty folder behind.</summary>
    /// <param name="request">What to train.</param>
    /// <param name="measured">Told when it is known what matters.</param>
    /// <exception cref="Builder.Training.TrainingException">It fails, or another training is at work in its folder.</exception>
    public static void Execute(RunRequest request, Action? measured = null)
    {
        using var taken = RunLock.Take(request.Folder);
        try
        {
            TrainingRun.Execute(request with
            {
                AtEnd = EvaluationWriter.Write,
                AfterEnd = model =>
                {
                    if (ImportanceWriter.Write(model))
                    {
                        measured?.Invoke();
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
