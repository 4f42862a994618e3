using System.Globalization;
using Builder.Bench.Command;
using Builder.Bench.Measuring;

namespace Builder.Bench.Memory;

/// <summary>Memory in use by a whole run, checkpoints and scores included, in a process of its own: it must not grow from epoch to epoch.</summary>
public static class MemoryCase
{
    /// <summary>What it may grow by from the early epochs to the late ones.</summary>
    public const double Limit = 0.01;

    private const double Megabyte = 1 << 20;
    private static readonly string Early = Range(MemoryChild.EarlyEpoch);
    private static readonly string Late = Range(MemoryChild.LateEpoch);

    /// <summary>The case.</summary>
    public static BenchCase Create() => new("memory", "memory", Measure);

    private static BenchResult Measure(BenchSettings settings)
    {
        var memory = OwnProcess.Run(
            [MemoryChild.CommandName, settings.WorkFolder, settings.Threads.ToString(CultureInfo.InvariantCulture)], new("The run whose memory is measured", "被测内存的训练"));
        var (early, late) = (memory["early"]!.GetValue<long>(), memory["late"]!.GetValue<long>());
        var growth = (double)(late - early) / early;
        var result = new BenchResult
        {
            Case = "memory", Unit = "MB", Threads = settings.Threads, Floor = 1 / (1 + Limit), Ratio = (double)early / late,
            Ours = late / Megabyte, Peer = early / Megabyte, Count = MemoryChild.Epochs, Difference = growth, Against = $"epochs {Late} / epochs {Early}; resident {Resident("late")} / {Resident("early")} MB",
        };
        string Resident(string part) => (memory[part + "Resident"]!.GetValue<long>() / Megabyte).ToString("0", CultureInfo.InvariantCulture);
        return growth < Limit ? result : result with
        {
            Ratio = null,
            Refusal = new(
                $"the memory in use grew by {growth.ToString("P1", CultureInfo.InvariantCulture)} from epochs {Early} ({early / Megabyte:0} MB) to epochs {Late}",
                $"所用内存从第 {Early} 轮（{early / Megabyte:0} MB）到第 {Late} 轮增长了 {growth.ToString("P1", CultureInfo.InvariantCulture)}"),
        };
    }

    private static string Range(long first) => $"{first}–{first + MemoryChild.Epochs - 1}";
}
