using Builder.Training.Acceleration;
using Builder.Training.DataLoading;
using Builder.Training.Layers;
using Builder.Training.Programs;
using Builder.Training.Schedules;
using Builder.Training.Sessions;
using static TorchSharp.torch;

namespace Builder.Training.Loop;

/// <summary>One batch: forward, loss, backward and step for every objective in turn.</summary>
public sealed class TrainingStep
{
    private readonly TrainingSession _session;
    private readonly bool _switchesWeights;
    private double _rateFactor = 1;
    private ForwardContext _pass = new(Training: true, 0);

    /// <summary>Steps of this session.</summary>
    public TrainingStep(TrainingSession session)
    {
        _session = session;
        _switchesWeights = session.Objectives.Count > 1
            || session.Objectives[0].Trained.Count < session.Program.Weights.Count(w => w.Trainable);
        if (_switchesWeights)
        {
            FreezeAll();
        }
    }

    /// <summary>What the run leaves behind on the managed side.</summary>
    internal GcController GcController { get; } = new();

    /// <summary>Trains on the feed's current batch.</summary>
    /// <param name="feed">The batch.</param>
    /// <param name="epoch">Current epoch, from 0.</param>
    /// <param name="batch">Number of the batch in the epoch, from 0.</param>
    /// <param name="rateFactor">What the learning rates of the plan are multiplied with.</param>
    /// <exception cref="TrainingException">A loss is not finite, or a block fails.</exception>
    public void Run(BatchLoader feed, long epoch, long batch, double rateFactor = 1)
    {
        if (_pass.BatchSize != feed.BatchSize)
        {
            _pass = new ForwardContext(Training: true, feed.BatchSize);
        }

        _rateFactor = rateFactor;
        for (var i = 0; i < _session.Objectives.Count; i++)
        {
            var objective = _session.Objectives[i];
            if (objective.StepSchedule.RunsOn(batch))
            {
                RunObjective(objective, _session.Meters[i], feed, epoch, batch);
            }
        }

        GcController.CollectAfterStep();
    }

    private void RunObjective(Objective objective, RunningMean meter, BatchLoader feed, long epoch, long batch)
    {
        using var scope = NewDisposeScope();
        SetTrained(objective, true);
        var share = objective.StepSchedule.Share(batch);
        var loss = objective.Chain?.Run(feed, share) ?? Forward(objective, feed);
        if (!meter.Add(loss, feed.BatchSize))
        {
            throw Divergence.Explain(objective, _session.Program, feed, feed.BatchSize, epoch + 1, batch + 1);
        }

        if (objective.Chain is null)
        {
            Backward(loss, share);
        }

        if (objective.StepSchedule.EndsStep(batch))
        {
            Update(objective, epoch, batch);
        }

        SetTrained(objective, false);
    }

    private Tensor Forward(Objective objective, BatchLoader feed)
    {
        using var autocast = Accelerator.Autocast(_session.Settings.BFloat16, _session.Device);
        objective.Plan.Run(feed, _pass);
        return objective.Plan[objective.Loss];
    }

    private static void Backward(Tensor loss, double share)
    {
        try
        {
            (share == 1 ? loss : loss.mul(share)).backward();
        }
        catch (System.Runtime.InteropServices.ExternalException native)
        {
            throw NativeFailure.Explain(native, null);
        }
    }

    private void Update(Objective objective, long epoch, long batch)
    {
        var optimizer = objective.Optimizer;
        if (objective.Schedule is { } schedule)
        {
            var cadence = objective.StepSchedule;
            var progress = new Progress(
                (epoch * cadence.StepsPerEpoch) + cadence.StepOf(batch), cadence.StepsPerEpoch, _session.Settings.Epochs);
            optimizer.LearningRate = _rateFactor * schedule.Rate(objective.BaseRate, progress);
            optimizer.Momentum = schedule.ChangesMomentum ? schedule.Momentum(progress) : optimizer.Momentum;
        }
        else
        {
            optimizer.LearningRate = _rateFactor * objective.BaseRate;
        }

        if (objective.ClipNorm > 0)
        {
            optimizer.ClipGradientNorm(objective.ClipNorm);
        }

        optimizer.Step();
        optimizer.ZeroGrad();
    }

    private void FreezeAll()
    {
        foreach (var weight in _session.Program.Weights.Where(w => w.Trainable))
        {
            weight.Tensor.requires_grad = false;
        }
    }

    // Weights that an objective does not train need no gradient, and what lies before them need not be walked back through.
    private void SetTrained(Objective objective, bool trained)
    {
        if (_switchesWeights)
        {
            foreach (var weight in objective.Trained)
            {
                weight.Tensor.requires_grad = trained;
            }
        }
    }
}
