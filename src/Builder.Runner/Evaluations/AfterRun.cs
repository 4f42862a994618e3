using Builder.Protocol;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>What is found out about a model when its run is called finished, and nobody waits for.</summary>
internal static class AfterRun
{
    /// <summary>Finds something out and writes it; true where that is done. A run that is finished does not fail for the want of it, and whoever stopped it, or stops it now, does not wait.</summary>
    /// <param name="model">The model.</param>
    /// <param name="suits">Whether it can be found out.</param>
    /// <param name="write">Does it.</param>
    /// <param name="giveWay">Ends it where the machine is wanted for something else.</param>
    public static bool Try(FinishedModel model, Func<bool> suits, Action<CancellationToken> write, CancellationToken giveWay = default)
    {
        try
        {
            var request = model.Request;
            using var leave = CancellationTokenSource.CreateLinkedTokenSource(request.Stop, request.Leave, giveWay);
            if (model.Result.End == RunEnd.Stopped || leave.IsCancellationRequested || !suits())
            {
                return false;
            }

            write(leave.Token);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // It was told to end, or cannot be found out: whoever asks for it later is told why.
            return false;
        }
    }
}
