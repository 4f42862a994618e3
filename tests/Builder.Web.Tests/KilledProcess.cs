using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Builder.Web.Tests;

/// <summary>This test program, started once more with some variables in order to be killed (see <see cref="TestProgram"/>).</summary>
internal static class KilledProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Lets it say so many lines, waits a part of a millisecond or more, and kills it.</summary>
    /// <param name="variables">Tell it what to do.</param>
    /// <param name="lines">Lines to wait for.</param>
    /// <param name="ticks">Ticks of the stopwatch to wait after them.</param>
    /// <returns>All that it said.</returns>
    public static List<string> Run(IReadOnlyDictionary<string, string> variables, int lines, long ticks)
    {
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
        // Measuring itself for later speed is wasted on a program that lives for a second.
        var start = new ProcessStartInfo(host, [typeof(KilledProcess).Assembly.Location]) { RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["DOTNET_TieredPGO"] = "0" } };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var server = new Process { StartInfo = start };
        var said = new BlockingCollection<string>();
        server.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                said.CompleteAdding();
            }
            else
            {
                said.Add(line.Data);
            }
        };
        server.Start();
        server.BeginOutputReadLine();
        var heard = new List<string>();
        for (var count = 0; count < lines && said.TryTake(out var line, Patience); count++)
        {
            heard.Add(line);
        }

        Assert.True(heard.Count == lines, $"The server acknowledged only {heard.Count} times; it has {(server.HasExited ? "ended by itself" : "fallen silent")}.");
        for (var watch = Stopwatch.StartNew(); watch.ElapsedTicks < ticks;)
        {
        }

        server.Kill();
        server.WaitForExit();
        heard.AddRange(said.GetConsumingEnumerable());
        return heard;
    }
}
