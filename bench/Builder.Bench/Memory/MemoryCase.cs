using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Builder.Bench.Command;
using Builder.Bench.Measuring;

namespace Builder.Bench.Memory;

/// <summary>Resident memory of a whole run, checkpoints and scores included, in a process of its own: it must not grow from epoch to epoch.</summary>
public static class MemoryCase
{
    /// <summary>What memory may grow by from epoch 2 to epoch 20.</summary>
    public const double Limit = 0.01;

    private const double Megabyte = 1 << 20;

    /// <summary>The case.</summary>
    public static BenchCase Create() => new("memory", "memory", Measure);

    private static BenchResult Measure(BenchSettings settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        string[] words = [MemoryChild.CommandName, settings.WorkFolder, settings.Threads.ToString(CultureInfo.InvariantCulture)];
        words.ToList().ForEach(start.ArgumentList.Add);
        using var child = Process.Start(start)!;
        var line = child.StandardOutput.ReadToEnd().TrimEnd().Split('\n')[^1];
        child.WaitForExit();
        if (child.ExitCode != 0 || JsonNode.Parse(line) is not JsonObject resident)
        {
            throw new BenchException(new($"The run whose memory is measured failed: {line}", $"被测内存的训练失败：{line}"));
        }

        var (early, late) = (resident["early"]!.GetValue<long>(), resident["late"]!.GetValue<long>());
        var growth = (double)(late - early) / early;
        var result = new BenchResult
        {
            Case = "memory", Unit = "MB", Threads = settings.Threads, Floor = 1 / (1 + Limit), Ratio = (double)early / late,
            Ours = late / Megabyte, Peer = early / Megabyte, Count = 20, Difference = growth, Against = "epochs 17 to 20 / epochs 2 to 5",
        };
        return growth < Limit ? result : result with
        {
            Ratio = null,
            Refusal = new(
                $"resident memory grew by {growth.ToString("P1", CultureInfo.InvariantCulture)} from epochs 2 to 5 ({early / Megabyte:0} MB) to epochs 17 to 20",
                $"常驻内存从第 2–5 轮（{early / Megabyte:0} MB）到第 17–20 轮增长了 {growth.ToString("P1", CultureInfo.InvariantCulture)}"),
        };
    }
}
