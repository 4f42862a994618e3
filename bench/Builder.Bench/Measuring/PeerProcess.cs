using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Builder.Bench.Command;

namespace Builder.Bench.Measuring;

/// <summary>
/// A Python program that does the same work as we do. It stays alive and waits for its turn on a pipe, so that its start is not measured
/// and it costs nothing while we work.
/// </summary>
public sealed class PeerProcess : IDisposable
{
    private const string UsualPython = "/usr/bin/python3";
    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <summary>Starts a script of bench/peers and waits until it is ready.</summary>
    /// <param name="script">Name of the script.</param>
    /// <param name="settings">What it gets as its only argument.</param>
    /// <param name="threads">Threads that any library in it may use.</param>
    /// <exception cref="BenchException">Python or a package is missing, or the script fails.</exception>
    public PeerProcess(string script, JsonObject settings, int threads)
    {
        var python = Environment.GetEnvironmentVariable("BUILDER_PYTHON") ?? UsualPython;
        var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "peers", script));
        start.ArgumentList.Add(settings.ToJsonString());
        // The processor's own instructions on both sides, also where OpenBLAS does not recognise it.
        if (BlasCoreType.Needed is { } coreType)
        {
            start.Environment[BlasCoreType.Variable] = coreType;
        }

        start.Environment["OMP_NUM_THREADS"] = start.Environment["OPENBLAS_NUM_THREADS"] = $"{threads}";
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new BenchException(new(
                $"Python could not be started: {missing.Message} Set BUILDER_PYTHON to a Python with PyTorch and pandas.",
                $"无法启动 Python：{missing.Message} 请将 BUILDER_PYTHON 设为装有 PyTorch 和 pandas 的 Python。"));
        }

        _errors = _process.StandardError.ReadToEndAsync();
        Version = Answer()["ready"]!.GetValue<string>();
    }

    /// <summary>What it compares us with.</summary>
    public string Version { get; }

    /// <summary>Lets it do its work <paramref name="count"/> times. Returns what it took by its own clocks.</summary>
    public Spent Run(long count)
    {
        var answer = Ask(new JsonObject { ["run"] = count });
        return new(answer["seconds"]!.GetValue<double>(), answer["processor"]!.GetValue<double>());
    }

    /// <summary>Gives it an order and waits for the answer.</summary>
    /// <exception cref="BenchException">It has ended.</exception>
    public JsonObject Ask(JsonObject order)
    {
        _process.StandardInput.WriteLine(order.ToJsonString());
        _process.StandardInput.Flush();
        return Answer();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private JsonObject Answer()
    {
        try
        {
            return _process.StandardOutput.ReadLine() is { } line ? JsonNode.Parse(line)!.AsObject() : throw Ended();
        }
        catch (JsonException)
        {
            throw Ended();
        }
    }

    private BenchException Ended()
    {
        _process.StandardInput.Close();
        var last = _errors.GetAwaiter().GetResult().TrimEnd().Split('\n')[^1];
        return new(new(
            $"The Python side ended: {last} ./builder bench needs python3-torch and python3-pandas.",
            $"Python 一方已退出：{last} ./builder bench 需要 python3-torch 和 python3-pandas。"));
    }
}
