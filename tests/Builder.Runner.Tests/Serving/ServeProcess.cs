using System.Diagnostics;
using Builder.Protocol;

namespace Builder.Runner.Tests.Serving;

/// <summary>A runner under command, as the server has one: a process of its own behind two pipes.</summary>
internal sealed class ServeProcess : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);
    private readonly Process _process = RunnerProcess.Serve();
    private readonly List<RunEvent> _seen = [];

    /// <summary>Starts the process and waits until it takes commands.</summary>
    public ServeProcess()
    {
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        Until<RunEvent.Ready>();
    }

    /// <summary>All events so far.</summary>
    public IReadOnlyList<RunEvent> Seen => _seen;

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>Sends a command.</summary>
    public void Send(RunnerCommand command) => SendLine(RunnerCommandJson.Write(command));

    /// <summary>Sends a line, whatever it says.</summary>
    public void SendLine(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Ends the commands, as when the server dies.</summary>
    public void Close() => _process.StandardInput.Close();

    /// <summary>The next event of a kind. Fails where the run or a prediction fails, or the process ends, before it.</summary>
    public T Until<T>()
        where T : RunEvent
    {
        while (Next() is { } happened)
        {
            if (happened is T wanted)
            {
                return wanted;
            }

            Assert.False(happened is RunEvent.Failed or RunEvent.PredictionFailed, $"{happened}");
        }

        throw new InvalidOperationException($"The process ended with {ExitCode()} before {typeof(T).Name}; it told {string.Join(", ", _seen.Select(e => e.GetType().Name))}.");
    }

    /// <summary>Reads on to the end and waits for the process; its exit code.</summary>
    public int ExitCode()
    {
        while (Next() is not null)
        {
        }

        Assert.True(_process.WaitForExit(LongEnough), "The process does not end.");
        return _process.ExitCode;
    }

    /// <summary>Waits for the process and reads nothing of what it tells; its exit code.</summary>
    public int ExitCodeUnread(TimeSpan longest)
    {
        Assert.True(_process.WaitForExit(longest), $"The process has not ended after {longest}.");
        return _process.ExitCode;
    }

    /// <summary>Sends a signal by its name.</summary>
    public void Signal(string name)
    {
        // Where another process sends a fault, .NET's runtime looks for one of its own at first and obeys only the next.
        using var kill = Process.Start("bash", ["-c", "for ((i = 0; i < $2; i++)); do kill -$0 $1 2>/dev/null || exit 0; sleep 0.02; done", name, $"{_process.Id}", name == "SEGV" ? "50" : "1"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private RunEvent? Next()
    {
        var line = _process.StandardOutput.ReadLineAsync().WaitAsync(LongEnough).GetAwaiter().GetResult();
        if (line is null)
        {
            return null;
        }

        _seen.Add(RunEventJson.Read(line));
        return _seen[^1];
    }
}
