using System.Collections.Concurrent;
using System.Diagnostics;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Runner.Console;
using Builder.Training.Inference;
using Builder.Training.Runs;

namespace Builder.Runner.Serving;

/// <summary>The one model of a process: loads it and predicts, one command after the other on a thread of its own.</summary>
public sealed class InferenceWorker : IDisposable
{
    private readonly BlockingCollection<Action<ServedModel>> _work = [];
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _waited = new(StringComparer.Ordinal);
    private readonly EventStream _events;
    private readonly Action<int> _ended;

    /// <summary>Begins to load.</summary>
    /// <param name="order">Which model.</param>
    /// <param name="events">Where answers go.</param>
    /// <param name="ended">Called with the exit code where the model cannot be loaded.</param>
    public InferenceWorker(RunnerCommand.Load order, EventStream events, Action<int> ended)
    {
        (_events, _ended) = (events, ended);
        new Thread(() => Serve(order)) { IsBackground = true, Name = "model" }.Start();
    }

    /// <summary>"preparing", "idle" or "predicting".</summary>
    public RunnerActivity State { get; private set; } = RunnerActivity.Preparing;

    /// <summary>Predicts when it is its turn.</summary>
    public void Predict(RunnerCommand.Predict order) => Answer(order.Id, model => model.Predict(order));

    /// <summary>Generates when it is its turn.</summary>
    public void Generate(RunnerCommand.Generate order) => Answer(order.Id, model => model.Generate(order));

    /// <summary>Explains a prediction when it is its turn, unless nobody waits for it any more.</summary>
    public void Explain(RunnerCommand.Explain order) =>
        WhileWaited(order.Id, (model, clock, leave) => new RunEvent.Explained(order.Id, model.Explain(order, leave), clock.Elapsed.TotalMilliseconds));

    /// <summary>Says what it would predict if a column held something else, when it is its turn, unless nobody waits for it any more.</summary>
    public void Vary(RunnerCommand.VaryColumn order) =>
        WhileWaited(order.Id, (model, clock, leave) => new RunEvent.ColumnVaried(order.Id, model.Vary(order, leave), clock.Elapsed.TotalMilliseconds));

    /// <summary>Nobody waits for an explanation any more.</summary>
    public void GiveUp(RunnerCommand.GiveUp order) => _waited.GetValueOrDefault(order.Id)?.Cancel();

    /// <summary>Writes a file of the model when it is its turn.</summary>
    public void Export(RunnerCommand.ExportOnnx order) => Tell(order.Id, model => model.Export(order));

    /// <inheritdoc/>
    public void Dispose() => _work.CompleteAdding();

    private void Serve(RunnerCommand.Load order)
    {
        var code = Failures.Guard(
            () =>
            {
                if (order.Threads is { } threads)
                {
                    ThreadCount.Use(threads);
                }

                using var model = new ServedModel(ModelRunner.Load(order.Bundle, DeviceSelection.Of(DeviceNames.Parse(order.Device))));
                _events.Send(new RunEvent.Loaded(model.Description));
                State = RunnerActivity.Idle;
                foreach (var work in _work.GetConsumingEnumerable())
                {
                    State = RunnerActivity.Predicting;
                    work(model);
                    State = RunnerActivity.Idle;
                }

                return 0;
            },
            (code, reason) => _events.Send(new RunEvent.Failed(code, reason)));
        _ended(code);
    }

    private void WhileWaited(string id, Func<ServedModel, Stopwatch, CancellationToken, RunEvent> answer)
    {
        var asked = _waited[id] = new CancellationTokenSource();
        Tell(id, model =>
        {
            try
            {
                asked.Token.ThrowIfCancellationRequested();
                return answer(model, Stopwatch.StartNew(), asked.Token);
            }
            catch (OperationCanceledException)
            {
                var reason = RunnerMessages.ExplanationGivenUp.With();
                return new RunEvent.PredictionFailed(id, reason.Kind, reason);
            }
            finally
            {
                _waited.TryRemove(id, out _);
            }
        });
    }

    private void Answer(string id, Func<ServedModel, RunEvent.Prediction> predict) => Tell(id, model =>
    {
        var clock = Stopwatch.StartNew();
        var answer = predict(model);
        return answer with { Milliseconds = clock.Elapsed.TotalMilliseconds };
    });

    private void Tell(string id, Func<ServedModel, RunEvent> answer)
    {
        if (_work.IsAddingCompleted)
        {
            return;
        }

        _work.Add(model => Failures.Guard(
            () =>
            {
                _events.Send(answer(model));
                return 0;
            },
            (code, reason) => _events.Send(new RunEvent.PredictionFailed(id, code, reason))));
    }
}
