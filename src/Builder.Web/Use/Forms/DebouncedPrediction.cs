using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Use.Models;

namespace Builder.Web.Use.Forms;

/// <summary>
/// Asks a model while values change: waits until they rest for a moment, asks for the latest only, and keeps the old answer until the new
/// one is there. Works outside the circuit's turn, so that typing is never held up.
/// </summary>
/// <param name="models">The models.</param>
/// <param name="model">The model that is asked.</param>
/// <param name="log">For what nobody foresaw; the page says that it happened.</param>
/// <param name="changed">Called when there is something new to show; from any thread.</param>
public sealed class DebouncedPrediction(ModelPool models, UseModel model, ILogger log, Func<Task> changed) : IDisposable
{
    /// <summary>Values that have not changed for so long are at rest.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(180);

    private readonly Lock _gate = new();
    private CancellationTokenSource _latest = new();
    private bool _isOver;

    /// <summary>The latest answer; null before the first.</summary>
    public RunEvent.Prediction? Answer { get; private set; }

    /// <summary>Why there is no answer to the latest question; null where there is one.</summary>
    public Localized? Problem { get; private set; }

    /// <summary>True while a question is under way.</summary>
    public bool IsAsking { get; private set; }

    /// <summary>Asks; a question that is still waiting is dropped.</summary>
    /// <param name="command">Makes the command with the id that it must carry.</param>
    /// <param name="rest">How long to wait for a later question.</param>
    public void Ask(Func<string, RunnerCommand> command, TimeSpan rest)
    {
        CancellationToken token;
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _latest.Cancel();
            _latest = new CancellationTokenSource();
            token = _latest.Token;
            IsAsking = true;
        }

        Background.Run(() => AnswerAsync(command, rest, token), log, "ask a model", _ => TellAsync(null, UseTexts.Unforeseen, token));
    }

    /// <summary>There is nothing to ask at the moment: an answer on its way is dropped, and the one that was there goes.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            // A form may read its rows still when its page is gone.
            if (!_isOver)
            {
                _latest.Cancel();
            }

            (Answer, Problem, IsAsking) = (null, null, false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _latest.Cancel();
            _latest.Dispose();
        }
    }

    private async Task AnswerAsync(Func<string, RunnerCommand> command, TimeSpan rest, CancellationToken token)
    {
        RunEvent.Prediction? answer = null;
        Localized? problem = null;
        try
        {
            await Task.Delay(rest, token);
            answer = await models.AskAsync(model.ProjectId, model.Run.Bundle, command, token);
        }
        catch (ModelException failure)
        {
            problem = failure.Words;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await TellAsync(answer, problem, token);
    }

    private async Task TellAsync(RunEvent.Prediction? answer, Localized? problem, CancellationToken token)
    {
        lock (_gate)
        {
            if (token.IsCancellationRequested)
            {
                return;
            }

            (Answer, Problem, IsAsking) = (answer ?? Answer, problem, false);
        }

        await changed();
    }
}
