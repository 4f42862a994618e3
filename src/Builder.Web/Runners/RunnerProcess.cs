using System.Diagnostics;
using System.Text;
using Builder.Protocol;

namespace Builder.Web.Runners;

/// <summary>
/// A runner as a child process: commands go to its standard input, events come from its standard output. It ends by itself as soon as its
/// input ends, which happens at the latest when this server does.
/// </summary>
public sealed class RunnerProcess : IAsyncDisposable
{
    private const int MostErrorText = 4_000;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process;
    private readonly RunnerSurroundings? _surroundings;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly StringBuilder _errors = new();
    private long _lastHeard = Stopwatch.GetTimestamp();

    private RunnerProcess(Process process, Action<RunEvent> received, RunnerSurroundings? surroundings)
    {
        (_process, Received, _surroundings) = (process, received, surroundings);
        Ended = ReadAsync();
    }

    /// <summary>Is told everything that it says, one after the other; must be quick.</summary>
    public Action<RunEvent> Received { get; set; }

    /// <summary>Its process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Time since it last told anything, without the time in which the computer slept.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastHeard));

    /// <summary>Completes when it has ended and all that it told has been received.</summary>
    public Task<RunnerEnd> Ended { get; }

    /// <summary>Starts a runner.</summary>
    /// <param name="program">The runner's program.</param>
    /// <param name="received">Is told everything it says, one after the other; must be quick.</param>
    /// <param name="surroundings">What it finds around it; null for what this process finds.</param>
    /// <param name="command">What it does: trains or predicts ("serve"), or opens pictures ("pictures").</param>
    /// <param name="environment">Further variables.</param>
    /// <exception cref="RunnerMissingException">The program cannot be started.</exception>
    public static RunnerProcess Start(
        string program, Action<RunEvent> received, RunnerSurroundings? surroundings = null, string command = "serve",
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo
        {
            FileName = program,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        start.ArgumentList.Add(command);
        foreach (var (name, value) in new[] { surroundings?.Variables, environment }.OfType<IReadOnlyDictionary<string, string>>().SelectMany(v => v))
        {
            start.Environment[name] = value;
        }

        // Out of the terminal's reach: Ctrl+C goes to the server, which then ends its runners in order. Where neither way is there, as on
        // macOS, the runner takes itself out as the first thing it does.
        if (OperatingSystem.IsWindows())
        {
            start.CreateNewProcessGroup = true;
            start.CreateNoWindow = true;
        }
        else if (File.Exists(NewSession) && File.Exists(program))
        {
            start.ArgumentList.Insert(0, program);
            start.FileName = NewSession;
        }

        try
        {
            var process = Process.Start(start)!;
            RunnerJob.Take(process);
            return new(process, received, surroundings);
        }
        catch (Exception cause) when (cause is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new RunnerMissingException(program, cause);
        }
    }

    /// <summary>Sends a command.</summary>
    /// <returns>False where the runner has ended, or is about to, and does not hear it; <see cref="Ended"/> says so as well.</returns>
    public async Task<bool> SendAsync(RunnerCommand command)
    {
        try
        {
            await _sending.WaitAsync();
        }
        catch (ObjectDisposedException)
        {
            return false;
        }

        try
        {
            await _process.StandardInput.WriteLineAsync(RunnerCommandJson.Write(command));
            await _process.StandardInput.FlushAsync();
            return true;
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Kill()
    {
        try
        {
            // A runner starts no processes. Ending a tree halts it first (SIGSTOP) and looks for children: were this server killed meanwhile, the runner would stand still for ever.
            _process.Kill(entireProcessTree: false);
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended already.
        }
    }

    /// <summary>Lets it end in order, and ends it where it takes too long.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        await SendAsync(new RunnerCommand.Shutdown());
        try
        {
            await Ended.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            Kill();
            await Ended;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await Ended;
        _process.Dispose();
        _sending.Dispose();
    }

    private const string NewSession = "/usr/bin/setsid";

    private async Task<RunnerEnd> ReadAsync()
    {
        // Off the caller's thread: what comes is handled where it is read.
        var errors = Task.Run(ReadErrorsAsync);
        await Task.Run(ReadEventsAsync);
        await errors;
        await _process.WaitForExitAsync();
        return new(_process.ExitCode, _errors.ToString());
    }

    private async Task ReadEventsAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Volatile.Write(ref _lastHeard, Stopwatch.GetTimestamp());
            // A newer runner may tell things that this server does not know.
            if (RunEventJson.TryRead(line) is { } happened)
            {
                Received(_surroundings?.Shown(happened) ?? happened);
            }
        }
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            if (_errors.Length < MostErrorText)
            {
                _errors.AppendLine(line);
            }
        }
    }
}

/// <summary>How a runner ended.</summary>
/// <param name="Code">Exit code; over 128 the signal that ended it, plus 128. On Windows below 0: the status of the system that ended it.</param>
/// <param name="Errors">The first of what it wrote about errors, for the log.</param>
public sealed record RunnerEnd(int Code, string Errors)
{
    private const int Abort = 6;
    private const int Kill = 9;

    // STATUS_NO_MEMORY, STATUS_COMMITMENT_LIMIT and STATUS_PAGEFILE_QUOTA of Windows.
    private static readonly uint[] s_noMemory = [0xC0000017, 0xC000012D, 0xC0000007];

    /// <summary>
    /// The signal that ended it; 0 for none. Windows has none: full memory counts as what Linux does about it (9), every other fault, such as
    /// an access violation, as an abort (6).
    /// </summary>
    public int Signal => Code > 128 ? Code - 128 : Code >= 0 ? 0 : s_noMemory.Contains(unchecked((uint)Code)) ? Kill : Abort;
}

/// <summary>The runner's program cannot be started.</summary>
/// <param name="program">Where it was looked for.</param>
/// <param name="cause">Why.</param>
public sealed class RunnerMissingException(string program, Exception cause) : Exception($"The runner cannot be started: {program}", cause);
