using static TorchSharp.torch;

namespace Builder.Training.Runs;

/// <summary>How many threads compute.</summary>
public static class ThreadCount
{
    /// <summary>
    /// The most that make sense: beyond the processors, threads only wait for each other, and with thousands of them a training takes
    /// minutes for its first step.
    /// </summary>
    public static int Most { get; } = Math.Max(64, Environment.ProcessorCount * 4);

    /// <summary>Lets as many threads compute.</summary>
    /// <exception cref="TrainingException">They are too many.</exception>
    public static void Use(int threads)
    {
        if (threads > Most)
        {
            throw new TrainingException("TooManyThreads", new(
                $"{threads} threads are too many: this machine can use at most {Most}. Choose fewer.",
                $"{threads} 个线程太多：本机最多可以使用 {Most} 个。请减少线程数。"));
        }

        set_num_threads(threads);
    }
}
