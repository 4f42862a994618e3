using System.Collections.Concurrent;
using System.Diagnostics;
using Builder.Protocol;
using Builder.Runner.Console;
using Builder.Training.Inference;
using Builder.Training.Runs;

namespace Builder.Runner.Serving;

/// <summary>The one model of a process: loads it and predicts, one command after the other on a thread of its own.</summary>
public sealed class InferenceWorker : IDisposable
{
    private readonly BlockingCollection<Action<ServedModel>> _work = [];
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

    private void Answer(string id, Func<ServedModel, RunEvent.Prediction> predict)
    {
        if (_work.IsAddingCompleted)
        {
            return;
        }

        _work.Add(model => Failures.Guard(
            () =>
            {
                var clock = Stopwatch.StartNew();
                var answer = predict(model);
                _events.Send(answer with { Milliseconds = clock.Elapsed.TotalMilliseconds });
                return 0;
            },
            (code, reason) => _events.Send(new RunEvent.PredictionFailed(id, code, reason))));
    }
}
