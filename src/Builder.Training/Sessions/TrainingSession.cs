using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Metrics;
using Builder.Training.DataLoading;
using Builder.Training.Programs;
using static TorchSharp.torch;

namespace Builder.Training.Sessions;

/// <summary>Everything that a run works with, built once: the compiled program, its objectives and the data on the device.</summary>
public sealed class TrainingSession : IDisposable
{
    /// <summary>Compiles a document for its data. Initial weights follow from the seed of its training plan.</summary>
    /// <param name="analysis">The analysis of a document without problems.</param>
    /// <param name="data">The prepared data set that it reads.</param>
    /// <param name="device">Where to train.</param>
    public TrainingSession(GraphAnalysis analysis, PreparedData data, Device device)
    {
        (Analysis, Data, Device) = (analysis, data, device);
        Settings = TrainerSettings.Of(analysis.Trainer);
        manual_seed(Settings.Seed);
        Program = TrainingProgram.Compile(analysis.Graph, device);
        Objectives = Objective.Of(
            Program, analysis, Settings.BFloat16, every => new StepSchedule(every, Settings.Accumulate, Data.Train.LongLength, Settings.BatchSize, StepsPerEpoch),
            name => WatchedScore.Of(analysis, name, data.Validation.LongLength));
        Watched = WatchedScore.Of(analysis, Settings.Monitor, data.Validation.LongLength);
        Meters = [.. Objectives.Select(_ => new RunningMean())];
        DeviceData = new DeviceData(analysis.Graph, data, device) { ChannelsLast = Settings.ChannelsLast };
    }

    /// <summary>Shapes and optimizers of the document.</summary>
    public GraphAnalysis Analysis { get; }

    /// <summary>The data in plain memory.</summary>
    public PreparedData Data { get; }

    /// <summary>Where it trains.</summary>
    public Device Device { get; }

    /// <summary>The training plan.</summary>
    public TrainerSettings Settings { get; }

    /// <summary>Layers and weights.</summary>
    public TrainingProgram Program { get; }

    /// <summary>Optimizers with their losses.</summary>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>The running mean loss of each objective.</summary>
    public IReadOnlyList<RunningMean> Meters { get; }

    /// <summary>The score that decides which epoch is best.</summary>
    public WatchedScore Watched { get; }

    /// <summary>What the model predicts.</summary>
    public IReadOnlyList<Head> Heads => Analysis.Heads;

    /// <summary>What kind of task it learns.</summary>
    public TaskKind Task => Analysis.Task;

    /// <summary>The data on the device.</summary>
    public DeviceData DeviceData { get; }

    /// <summary>Batches in an epoch. A last batch of a single sample is left out where batches are larger: batch statistics need two.</summary>
    public long StepsPerEpoch
    {
        get
        {
            var (samples, size) = (Data.Train.LongLength, Settings.BatchSize);
            return samples % size == 1 && samples > 1 && size > 1 ? samples / size : (samples + size - 1) / size;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        DeviceData.Dispose();
        foreach (var objective in Objectives)
        {
            objective.Dispose();
        }

        foreach (var meter in Meters)
        {
            meter.Dispose();
        }

        Program.Dispose();
    }
}
