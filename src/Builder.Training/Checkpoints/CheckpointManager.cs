using System.Text.Json;
using Builder.Files;
using Builder.Protocol.Messages;
using Builder.Training.Formats;
using Builder.Training.Loop;
using Builder.Training.Sessions;
using static TorchSharp.torch;

namespace Builder.Training.Checkpoints;

/// <summary>
/// Keeps a run's checkpoint: one safetensors file with weights, the optimizers' memory and the random state, and the rest as JSON in its
/// metadata. It replaces the one before in one step, so there is always a whole one.
/// </summary>
public sealed class CheckpointManager(TrainingSession session, RunFolder folder, string fingerprint, Action<TrainingEvent> observer) : ICheckpointManager
{
    private const string WeightPrefix = "weights/";
    private const string OptimizerPrefix = "optimizer/";
    private const string RandomName = "random";

    /// <summary>True where the weights of the best epoch become the model, and not those of the last one.</summary>
    public bool KeepsBest => session.Settings.KeepBest && session.Data.Validation.Length > 0;

    /// <inheritdoc/>
    public void Save(TrainingState state)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var tensors = session.Program.Weights.Select(w => (WeightPrefix + w.Name, w.Tensor)).ToList();
        foreach (var objective in session.Objectives)
        {
            tensors.AddRange(objective.Optimizer.State.Select(s => ($"{OptimizerPrefix}{objective.Name}/{s.Name}", s.Tensor)));
        }

        tensors.Add((RandomName, RandomState.Save(session.Device)));
        TensorFile.Write(folder.Checkpoint, tensors, Metadata(state));
        observer(new CheckpointWritten(folder.Checkpoint, state.Epoch, state.Batch));
    }

    /// <inheritdoc/>
    public void SaveBest(TrainingState state) =>
        TensorFile.Write(folder.Best, session.Program.Weights.Select(w => (w.Name, w.Tensor)), Metadata(state));

    /// <summary>Takes over the checkpoint: weights, optimizers, schedules, running losses and random state. Returns where the run stands.</summary>
    /// <exception cref="CheckpointException">The file is damaged, or the weights of the best epoch are missing beside it.</exception>
    /// <exception cref="TrainingException">There is no checkpoint, or it belongs to another document or other data.</exception>
    public TrainingState Load()
    {
        if (!File.Exists(folder.Checkpoint))
        {
            throw new TrainingException(TrainingMessages.NoCheckpoint.With(("path", folder.Path)));
        }

        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var file = TensorFile.Read(folder.Checkpoint);
        var state = StateOf(file);
        if (KeepsBest && state.BestEpoch > 0 && !File.Exists(folder.Best))
        {
            throw CheckpointErrors.BestMissing(folder.Best);
        }

        CopyWeights(Under(file.Tensors, WeightPrefix));
        for (var i = 0; i < session.Objectives.Count; i++)
        {
            Restore(session.Objectives[i], session.Meters[i], state, file.Tensors);
        }

        RandomState.Restore(session.Device, file.Tensors[RandomName]);
        return state;
    }

    /// <summary>Takes over the weights of the best epoch.</summary>
    public void LoadBest()
    {
        if (File.Exists(folder.Best))
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            CopyWeights(TensorFile.Read(folder.Best).Tensors);
        }
    }

    private static void Restore(Objective objective, RunningMean meter, TrainingState state, IReadOnlyDictionary<string, Tensor> tensors)
    {
        var saved = state.Objectives[objective.Name];
        objective.Optimizer.Restore(saved.Steps, Under(tensors, $"{OptimizerPrefix}{objective.Name}/"));
        if (saved.Optimizer.Count > 0)
        {
            objective.Optimizer.Numbers = saved.Optimizer;
        }

        meter.Restore(saved.LossSum, saved.Samples, saved.FirstLoss);
        if (objective.Schedule is { } schedule && saved.Schedule.Count > 0)
        {
            schedule.Memory = saved.Schedule;
        }
    }

    private TrainingState StateOf(TensorFile file)
    {
        var state = file.Metadata.TryGetValue(CheckpointHeader.StateKey, out var json) ? JsonSerializer.Deserialize<TrainingState>(json) : null;
        return state?.Fingerprint == fingerprint ? state : throw new TrainingException(TrainingMessages.OtherRun.With(("path", folder.Path)));
    }

    private void CopyWeights(IReadOnlyDictionary<string, Tensor> saved)
    {
        foreach (var weight in session.Program.Weights)
        {
            weight.Tensor.copy_(saved[weight.Name]);
        }
    }

    private static Dictionary<string, Tensor> Under(IReadOnlyDictionary<string, Tensor> tensors, string prefix) =>
        tensors.Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(t => t.Key[prefix.Length..], t => t.Value);

    private Dictionary<string, string> Metadata(TrainingState state) =>
        new() { [CheckpointHeader.StateKey] = JsonSerializer.Serialize(state with { Fingerprint = fingerprint }), ["format"] = "pt" };
}
