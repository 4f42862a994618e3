using System.Diagnostics;

namespace Builder.Bench.Measuring;

/// <summary>What a turn took.</summary>
/// <param name="Seconds">By the clock on the wall.</param>
/// <param name="Processor">Seconds of processor time, of all threads of the process together.</param>
public readonly record struct Spent(double Seconds, double Processor)
{
    /// <summary>Does some work of this process.</summary>
    public static Spent On(Action work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        work();
        return new(clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }
}
