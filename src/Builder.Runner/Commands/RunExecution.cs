using Builder.Runner.Evaluations;
using Builder.Training.Runs;

namespace Builder.Runner.Commands;

/// <summary>Carries out runs.</summary>
internal static class RunExecution
{
    /// <summary>Trains to the end. A run that fails before it begins leaves no empty folder behind.</summary>
    /// <exception cref="Builder.Training.TrainingException">It fails, or another training is at work in its folder.</exception>
    public static void Execute(RunRequest request)
    {
        using var taken = RunLock.Take(request.Folder);
        try
        {
            TrainingRun.Execute(request with { AtEnd = EvaluationWriter.Write });
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
