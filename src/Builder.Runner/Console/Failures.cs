using Builder.Files;
using Builder.Graph;
using Builder.Graph.Messages;
using Builder.Protocol.Messages;

namespace Builder.Runner.Console;

/// <summary>Ends every failure of a command in plain words and exit code 1.</summary>
public static class Failures
{
    /// <summary>Exit code of a command that failed.</summary>
    public const int ExitCode = 1;

    /// <summary>Runs a command; what goes wrong is said on standard error.</summary>
    /// <param name="command">The command; returns the exit code.</param>
    /// <param name="report">Called with code and words instead of writing them, for machine-readable output.</param>
    public static int Guard(Func<int> command, Action<string, Message>? report = null)
    {
        try
        {
            return command();
        }
        catch (Exception failure)
        {
            var plain = Explain(failure);
            if (report is null || !IsWritten(() => report(plain.Code, plain.Reason)))
            {
                // Where nothing can be written at all, the exit code has to do.
                IsWritten(() => System.Console.Error.WriteLine(ConsoleLocalizer.In(plain.Reason.Words)));
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
    public static (string Code, Message Reason) Explain(Exception failure)
    {
        if (failure is BuilderException known)
        {
            return (known.Code, known.Reason);
        }

        var reason = failure switch
        {
            OperationCanceledException => RunnerMessages.Stopped.With(),
            DllNotFoundException e => RunnerMessages.NoLibtorch.With(("cause", e.Message.Split('\n')[0])),
            UnauthorizedAccessException e => RunnerMessages.NoAccess.With(("cause", e.Message)),
            IOException e when AtomicFile.IsDiskFull(e) => RunnerMessages.DiskFull.With(),
            IOException e => RunnerMessages.FileFailed.With(("cause", e.Message)),
            _ => Unexpected(failure),
        };
        return (reason.Kind, reason);
    }

    // A fault of the program itself: the person gets words and a file to send on, not a stack trace.
    private static Message Unexpected(Exception failure)
    {
        var file = Path.Combine(Path.GetTempPath(), $"builder-fault-{Environment.ProcessId}.txt");
        File.WriteAllText(file, failure.ToString());
        return RunnerMessages.InternalFault.With(("file", file));
    }
}

/// <summary>The command line asks for something that does not exist.</summary>
public sealed class UsageException : BuilderException
{
    private const string Usage = "Usage";

    /// <summary>A mistake on the command line, which is told where it is made.</summary>
    /// <param name="words">What is wrong, and what there is instead.</param>
    public UsageException(Localized words)
        : this(Graph.Messages.Message.Verbatim(words), Usage)
    {
    }

    private UsageException(Message reason, string? code)
        : base(reason, null, code)
    {
    }

    /// <summary>An edit that the command line asks for and the document refuses.</summary>
    /// <param name="refusal">Why it is refused.</param>
    public static UsageException Refused(Message refusal) => new(refusal, Usage);

    /// <summary>A question that cannot be answered so.</summary>
    /// <param name="reason">What is wrong, and what there is instead.</param>
    public static UsageException Because(Message reason) => new(reason, null);
}
