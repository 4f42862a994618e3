using Builder.Protocol.Messages;
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
            throw new TrainingException(TrainingMessages.TooManyThreads.With(("threads", threads), ("most", Most)));
        }

        set_num_threads(threads);
    }
}
