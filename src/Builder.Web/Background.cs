using Microsoft.JSInterop;

namespace Builder.Web;

/// <summary>
/// Work that nobody waits for. What goes wrong in it is logged, and told to whoever can show it; no other task may be discarded.
/// </summary>
internal static partial class Background
{
    /// <summary>Lets a task go on by itself.</summary>
    /// <param name="work">The task.</param>
    /// <param name="log">Where its failure is logged.</param>
    /// <param name="what">What it does, as the end of "could not …", for the log.</param>
    /// <param name="failed">Is told of the failure as well, such as a page's own way of showing errors; null where nobody is there to see it.</param>
    public static void Run(Task work, ILogger log, string what, Func<Exception, Task>? failed = null) => _ = WatchAsync(work, log, what, failed);

    /// <summary>Does work on a thread of the pool.</summary>
    /// <inheritdoc cref="Run(Task, ILogger, string, Func{Exception, Task}?)"/>
    public static void Run(Func<Task> work, ILogger log, string what, Func<Exception, Task>? failed = null) =>
        Run(Task.Run(work), log, what, failed);

    private static async Task WatchAsync(Task work, ILogger log, string what, Func<Exception, Task>? failed)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception over) when (over is OperationCanceledException or JSDisconnectedException)
        {
            // Whoever wanted it has left.
        }
        catch (Exception error)
        {
            NotDone(log, what, error);
            await TellAsync(error, log, what, failed).ConfigureAwait(false);
        }
    }

    private static async Task TellAsync(Exception error, ILogger log, string what, Func<Exception, Task>? failed)
    {
        try
        {
            await (failed?.Invoke(error) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (Exception untold) // The page that would show it is gone.
        {
            NotTold(log, what, untold);
        }
    }

    /// <summary>Logs what went wrong where the page goes on without it.</summary>
    [LoggerMessage(EventId = 8101, Level = LogLevel.Error, Message = "Work in the background could not {What}.")]
    public static partial void NotDone(ILogger log, string what, Exception exception);

    [LoggerMessage(EventId = 8102, Level = LogLevel.Debug, Message = "Nobody could be told that work in the background could not {What}.")]
    private static partial void NotTold(ILogger log, string what, Exception exception);
}
