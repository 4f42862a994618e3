using System.Diagnostics.CodeAnalysis;
using TorchSharp.Interop;

namespace TorchSharp.Extras;

/// <summary>How a process ends that computes with native code: when another process hits it, and when the one that it works for is gone.</summary>
public static class ProcessEnding
{
    /// <summary>
    /// Lets a SIGSEGV of another process end this one, and ends it now where the runtime has swallowed one already: the runtime goes on
    /// after the first such signal and is blind to real faults from then on. Faults of the process's own code are treated as before. It
    /// takes no time and loads no libtorch: a program calls it first of all.
    /// </summary>
    public static void ObeyForeignFaults() => EndingMethods.ending_obey_foreign_faults();

    /// <summary>
    /// Ends this process at once: no library is taken down, and one that is still being loaded is not waited for. What shall be kept has been
    /// written before.
    /// </summary>
    /// <param name="exitCode">Exit code, 0 to 255.</param>
    [DoesNotReturn]
    public static void Now(int exitCode)
    {
        EndingMethods.ending_now(exitCode);
        throw new InvalidOperationException("The process goes on after its end.");
    }

    /// <summary>
    /// Lets the operating system end this process after so many whole seconds, at least one, whatever it does then. Loading or taking down
    /// libtorch holds locks that an ordinary end waits for. An earlier end that was asked for before stays.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than a second.</exception>
    public static void Within(TimeSpan time) => EndingMethods.ending_within(WholeSeconds(time));

    /// <summary>
    /// The same, from the moment in which nobody holds the other end of standard input any more. A thread outside the runtime waits for
    /// that, so that it is noticed at once however busy the process is and whatever of its input it has not read yet. Where standard input
    /// is a file, nothing happens.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than a second.</exception>
    public static void WithinOfInput(TimeSpan time) => EndingMethods.ending_within_of_input(WholeSeconds(time));

    private static uint WholeSeconds(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.FromSeconds(1));
        return (uint)time.TotalSeconds;
    }
}
