using Builder.Files;
using Builder.Graph;
using Builder.Protocol.Evaluations;
using Builder.Web.Scores;

namespace Builder.Web.Evaluate.Finished;

/// <summary>The finished runs of a project, read from its folder. What was read is kept as long as the file does not change, and together they take not too much memory.</summary>
public sealed class FinishedRunCache
{
    private const long MostBytes = 256 << 20;

    private readonly Dictionary<string, (DateTime Written, Evaluation? Evaluation)> _read = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>All finished runs, the latest first.</summary>
    public IReadOnlyList<FinishedRun> List(string projectFolder)
    {
        var runs = new DirectoryInfo(RunFolder.RunsOf(projectFolder));
        return runs.Exists
            ? [.. runs.EnumerateDirectories().Select(Read).OfType<FinishedRun>().OrderByDescending(r => r.Ended).ThenByDescending(r => r.Id, StringComparer.Ordinal)]
            : [];
    }

    /// <summary>One finished run; null where there is none of that name.</summary>
    public FinishedRun? Find(string projectFolder, string run) => FolderOf(projectFolder, run) is { } folder ? Read(new DirectoryInfo(folder)) : null;

    /// <summary>The folder of a run; null where the name is none or would lead elsewhere.</summary>
    public static string? FolderOf(string projectFolder, string run)
    {
        if (run.Length == 0 || run is "." or ".." || Path.GetFileName(run) != run)
        {
            return null;
        }

        var folder = Path.Combine(RunFolder.RunsOf(projectFolder), run);
        return Directory.Exists(folder) ? folder : null;
    }

    private FinishedRun? Read(DirectoryInfo folder)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, Evaluation.FileName));
        return file.Exists && Evaluate(file) is { } evaluation
            ? new(folder.Name, Title(file.LastWriteTime), folder.FullName, file.LastWriteTime, evaluation)
            : null;
    }

    private static Localized Title(DateTime ended)
    {
        var when = Figures.When(ended, DateTime.Now);
        return new($"Run of {when.En}", $"{when.Zh}的训练");
    }

    private Evaluation? Evaluate(FileInfo file)
    {
        lock (_gate)
        {
            if (_read.TryGetValue(file.FullName, out var kept) && kept.Written == file.LastWriteTimeUtc)
            {
                return kept.Evaluation;
            }

            var evaluation = EvaluationFile.Read(file.FullName);
            _bytes += file.Length;
            if (_bytes > MostBytes)
            {
                _read.Clear();
                _bytes = file.Length;
            }

            _read[file.FullName] = (file.LastWriteTimeUtc, evaluation);
            return evaluation;
        }
    }
}
