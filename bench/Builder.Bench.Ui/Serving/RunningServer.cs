using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Builder.Bench.Ui.Serving;

/// <summary>
/// A server of its own on a free port of this computer, with a data folder of its own. It is told to end when its tests are done, and its
/// folder goes with it.
/// </summary>
public sealed partial class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<string> _said = [];
    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly bool _ownsHome;
    private TaskCompletionSource<Uri> _address = New();
    private Process _process;

    private RunningServer(string? home)
    {
        _ownsHome = home is null;
        Home = home ?? Directory.CreateTempSubdirectory("builder-e2e-").FullName;
        _process = Launch(0);
    }

    /// <summary>Is given what a server has printed when it is done with, for whoever shows it beside what failed.</summary>
    public static event Action<string>? Ended;

    /// <summary>The data folder.</summary>
    public string Home { get; }

    /// <summary>The address that the server printed last, with a token that nobody has used yet.</summary>
    public Uri Entrance => _address.Task.Result;

    /// <summary>The address without the token.</summary>
    public Uri Address => new(Entrance.GetLeftPart(UriPartial.Authority));

    /// <summary>The server's process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Everything that the server has printed.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    /// <summary>Starts a server.</summary>
    /// <param name="home">A data folder to go on with; null for a new, empty one.</param>
    public static async Task<RunningServer> StartAsync(string? home = null)
    {
        var server = new RunningServer(home);
        await server.Ready();
        return server;
    }

    /// <summary>Lets a window in. One after the other: an address with a token lets in one browser, and only then is the next one printed.</summary>
    /// <param name="enter">Opens the address.</param>
    public async Task LetInAsync(Func<Uri, Task> enter)
    {
        await _door.WaitAsync();
        try
        {
            var used = Entrance;
            await enter(used);
            for (var patience = Stopwatch.StartNew(); Entrance == used;)
            {
                if (patience.Elapsed > Patience)
                {
                    throw new InvalidOperationException($"The server let nobody in.\n{Said}");
                }

                await Task.Delay(10);
            }
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>Ends the server at once, as a power failure would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again on the same port and folder.</summary>
    public async Task RestartAsync()
    {
        var port = Address.Port;
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        _address = New();
        _process = Launch(port);
        await Ready();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        _door.Dispose();
        Ended?.Invoke(Said);
        if (_ownsHome)
        {
            await DeleteHomeAsync();
        }
    }

    // A runner ends by itself once it notices that its server is gone, and may write a last file until then.
    private async Task DeleteHomeAsync()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                Directory.Delete(Home, recursive: true);
                return;
            }
            catch (IOException) when (patience.Elapsed < Patience)
            {
                await Task.Delay(100);
            }
        }
    }

    private static TaskCompletionSource<Uri> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task Ready()
    {
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_address.Task, ended, Task.Delay(Patience)) != _address.Task)
        {
            throw new InvalidOperationException($"The server did not start.\n{Said}");
        }
    }

    private Process Launch(int port)
    {
        var start = new ProcessStartInfo(Repository.Server, ["--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Home,
        };
        start.Environment["BUILDER_HOME"] = Home;
        start.Environment["BUILDER_RUNNER"] = Repository.Runner;
        start.Environment["BUILDER_TEMPLATES"] = Repository.Templates;
        start.Environment["LANG"] = "en_US.UTF-8";
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.Add(line);
        }

        if (EntranceLine().Match(line) is { Success: true } match)
        {
            var entrance = new Uri(match.Value);
            if (!_address.TrySetResult(entrance))
            {
                var next = New();
                next.SetResult(entrance);
                _address = next;
            }
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/\?token=[\w-]+")]
    private static partial Regex EntranceLine();
}
