using System.Diagnostics;
using System.Text;

namespace Builder.Web.Tests.Operations;

/// <summary>The server as a process of its own, as a person starts it, on a data folder of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Process _process;

    /// <param name="home">The data folder.</param>
    /// <param name="port">Port to listen at; 0 takes any free one.</param>
    /// <param name="settings">Further variables.</param>
    /// <param name="files">How many files it may have open; null for as many as usual.</param>
    /// <param name="arguments">Further arguments.</param>
    public ServerProcess(string home, int port = 0, IReadOnlyDictionary<string, string>? settings = null, int? files = null, params string[] arguments)
    {
        var program = Path.Combine(Repository.Root, "src", "Builder.Web", "bin", "Release", "net10.0", "builder-web.dll");
        string[] command = [Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", program, "--urls", $"http://127.0.0.1:{port}", .. arguments];
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true };
        if (files is { } most)
        {
            start.FileName = "/bin/sh";
            command = ["-c", $"ulimit -n {most}; exec \"$@\"", "sh", .. command];
        }
        else
        {
            (start.FileName, command) = (command[0], command[1..]);
        }

        Array.ForEach(command, start.ArgumentList.Add);
        (start.Environment["BUILDER_HOME"], start.Environment["LC_ALL"]) = (home, "en");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Note(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Note(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it said on standard error.</summary>
    public string Errors => Read(_errors);

    /// <summary>What it said on standard output.</summary>
    public string Output => Read(_output);

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static void Note(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
