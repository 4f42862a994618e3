using Builder.Datasets;
using Builder.Graph;
using Builder.Graph.Json;
using Builder.Runner.Console;
using Builder.Training;
using Builder.Training.Formats;

namespace Builder.Runner.Commands;

/// <summary>Ends every failure of a command in plain words and exit code 1.</summary>
public static class Failures
{
    /// <summary>Exit code of a command that failed.</summary>
    public const int ExitCode = 1;

    /// <summary>Runs a command; what goes wrong is said on standard error.</summary>
    /// <param name="command">The command; returns the exit code.</param>
    /// <param name="report">Called with code and words instead of writing them, for machine-readable output.</param>
    public static int Guard(Func<int> command, Action<string, Localized>? report = null)
    {
        try
        {
            return command();
        }
        catch (Exception failure) when (Explain(failure) is { } plain)
        {
            if (report is null)
            {
                System.Console.Error.WriteLine(Say.In(plain.Words));
            }
            else
            {
                report(plain.Code, plain.Words);
            }

            return ExitCode;
        }
    }

    private static (string Code, Localized Words)? Explain(Exception failure) => failure switch
    {
        TrainingException e => (e.Code, e.Reason),
        DataException e => (e.Code, e.Text),
        ProjectFileException e => (e.Code, e.Problem.Message),
        CheckpointException e => (e.Code, e.Text),
        UsageException e => ("Usage", e.Words),
        DllNotFoundException e => ("NoLibtorch", new(
            $"libtorch could not be loaded. Run ./builder doctor to see what is missing. ({e.Message.Split('\n')[0]})",
            $"无法加载 libtorch。请运行 ./builder doctor 查看缺少什么。（{e.Message.Split('\n')[0]}）")),
        UnauthorizedAccessException e => ("NoAccess", new($"No permission: {e.Message}", $"没有权限：{e.Message}")),
        IOException e => ("Storage", new(
            $"A file could not be read or written: {e.Message}", $"文件无法读取或写入：{e.Message}")),
        _ => ((string, Localized)?)null,
    };
}

/// <summary>The command line asks for something that does not exist.</summary>
/// <param name="words">What, and what there is instead.</param>
public sealed class UsageException(Localized words) : Exception(words.En)
{
    /// <summary>What is wrong, and what there is instead.</summary>
    public Localized Words { get; } = words;
}
