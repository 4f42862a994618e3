using Builder.Datasets;
using Builder.Files;
using Builder.Graph;
using Builder.Graph.Json;
using Builder.Training;
using Builder.Training.Formats;

namespace Builder.Runner.Console;

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
        catch (Exception failure)
        {
            var plain = Explain(failure);
            if (report is null || !IsWritten(() => report(plain.Code, plain.Words)))
            {
                // Where nothing can be written at all, the exit code has to do.
                IsWritten(() => System.Console.Error.WriteLine(ConsoleLocalizer.In(plain.Words)));
            }

            return ExitCode;
        }
    }

    // Standard output may itself be what failed: a file on a full disk.
    private static bool IsWritten(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>A failure in plain words.</summary>
    public static (string Code, Localized Words) Explain(Exception failure) => failure switch
    {
        TrainingException e => (e.Code, e.Reason),
        DataException e => (e.Code, e.Text),
        ProjectFileException e => (e.Code, e.Problem.Message),
        CheckpointException e => (e.Code, e.Text),
        OperationCanceledException => ("Stopped", new(
            "Stopped before the training began; nothing was saved.", "在训练开始之前已停止，没有保存任何内容。")),
        UsageException e => ("Usage", e.Words),
        DllNotFoundException e => ("NoLibtorch", new(
            $"libtorch could not be loaded. Run ./builder doctor to see what is missing. ({e.Message.Split('\n')[0]})",
            $"无法加载 libtorch。请运行 ./builder doctor 查看缺少什么。（{e.Message.Split('\n')[0]}）")),
        UnauthorizedAccessException e => ("NoAccess", new($"No permission: {e.Message}", $"没有权限：{e.Message}")),
        IOException e when AtomicFile.IsDiskFull(e) => ("DiskFull", new(
            "The disk is full: the output could not be written. Free some space and try again.",
            "磁盘空间已满，无法写入输出内容。请清理出空间后重试。")),
        IOException e => ("Storage", new(
            $"A file could not be read or written: {e.Message}", $"文件无法读取或写入：{e.Message}")),
        _ => Unexpected(failure),
    };

    // A fault of the program itself: the person gets words and a file to send on, not a stack trace.
    private static (string Code, Localized Words) Unexpected(Exception failure)
    {
        var file = Path.Combine(Path.GetTempPath(), $"builder-fault-{Environment.ProcessId}.txt");
        File.WriteAllText(file, failure.ToString());
        return ("InternalFault", new(
            $"Builder made a mistake and stopped. Nothing half-written was kept. The details are in {file}; please send them to the makers.",
            $"Builder 自身出错并已停止，没有留下写了一半的文件。详细信息在 {file}，请反馈给开发者。"));
    }
}

/// <summary>The command line asks for something that does not exist.</summary>
/// <param name="words">What, and what there is instead.</param>
public sealed class UsageException(Localized words) : Exception(words.En)
{
    /// <summary>What is wrong, and what there is instead.</summary>
    public Localized Words { get; } = words;
}
