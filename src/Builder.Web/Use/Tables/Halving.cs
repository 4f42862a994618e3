using Builder.Protocol;
using Builder.Web.Use.Models;

namespace Builder.Web.Use.Tables;

/// <summary>Asks a model about many rows: one that cannot be used must not cost the others, so a part that fails is halved until that one is found.</summary>
/// <param name="ask">Asks about so many rows from one on.</param>
/// <param name="answers">Where the answers go.</param>
internal sealed class Halving(Func<int, int, Task<RunEvent.Prediction>> ask, Answers answers)
{
    /// <summary>Asks about a part.</summary>
    /// <param name="first">Its first row, from 0.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="patience">With so many that cannot be used it gives up.</param>
    /// <returns>How many could not be used.</returns>
    /// <exception cref="ModelException">The model cannot answer, or too many rows cannot be used.</exception>
    public async Task<int> AskAsync(int first, int count, int patience)
    {
        try
        {
            answers.Add(await ask(first, count), first);
            return 0;
        }
        catch (ModelException failure) when (failure.Code is not (ModelException.ProcessGone or ModelException.NotAsked or "TooSlow" or "NoRunner"))
        {
            if (patience <= 1)
            {
                throw;
            }

            if (count == 1)
            {
                answers.Refuse(first, failure.Words);
                return 1;
            }

            var half = count / 2;
            var failures = await AskAsync(first, half, patience);
            return failures + await AskAsync(first + half, count - half, patience - failures);
        }
    }
}
