using System.Collections.Immutable;
using Builder.Files;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Protocol.Messages;
using Builder.Training.DataLoading;
using Builder.Training.Importances;
using Builder.Training.Inference;
using Builder.Training.Programs;
using Builder.Training.Runs;
using static TorchSharp.torch;

namespace Builder.Training.Explanations;

/// <summary>Some of the rows that a model has learned from: what a column may hold where nothing is known of it.</summary>
public sealed class BackgroundRows : IDisposable
{
    /// <summary>So many rows show what is usual; more would only take longer.</summary>
    public const int Most = 100;

    private readonly Dictionary<int, Tensor> _values;

    private BackgroundRows(ImmutableArray<InputColumn> columns, Dictionary<int, Tensor> values, int count, long seed) =>
        (Columns, _values, Count, Seed) = (columns, values, count, seed);

    /// <summary>The columns of the person's table that the model reads.</summary>
    public ImmutableArray<InputColumn> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The seed of the model's training, which has chosen them.</summary>
    public long Seed { get; }

    /// <summary>What they give to an input. Shape [<see cref="Count"/>, …].</summary>
    /// <param name="node">Index of the input node.</param>
    public Tensor this[int node] => _values[node];

    /// <summary>True for a model that reads columns of a table row by row, and not only pictures.</summary>
    public static bool Suit(ModelRunner model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Predictor.DataSetOf(model) is { Source: TableSource, Windows: null } && model.Heads.Any(ExplainedOutput.Tells)
            && Predictor.Inputs(model).Any(name => model.Bundle.Transforms[name].Type != ColumnType.Picture);
    }

    /// <summary>Reads the data of a model again, and keeps rows of the training part that the seed of its training chooses.</summary>
    /// <param name="model">The model.</param>
    /// <param name="run">The run that made it.</param>
    /// <param name="projectFolder">Folder of its project: data paths are relative to it.</param>
    /// <param name="leave">Ends the work soon.</param>
    /// <exception cref="TrainingException">The model is of another kind, or the data have changed since.</exception>
    /// <exception cref="Datasets.DataException">The data cannot be read, or are not there.</exception>
    /// <exception cref="OperationCanceledException">It was told to end.</exception>
    public static BackgroundRows Read(ModelRunner model, RunFolder run, string projectFolder, CancellationToken leave = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(run);
        if (!Suit(model))
        {
            throw new TrainingException(TrainingMessages.ExplanationNotForThisModel.With());
        }

        var data = ProjectData.Prepare(model.Bundle.Document, projectFolder, leave)[model.Bundle.Transforms.DataSetId];
        if (data.Train.Length == 0 || !ReopenedRun.IsSame(run, model.Bundle, data))
        {
            throw new TrainingException(TrainingMessages.ExplanationDataChanged.With());
        }

        var seed = TrainerSettings.Of(model.Analysis.Trainer).Seed;
        long[] starts = [.. SampleOrder.Shuffled(data.Train, seed, 0).Take(Most)];
        var values = Values(model, data, starts);
        return new(InputColumn.Of(model.Analysis.Graph, data), values, starts.Length, seed);
    }

    /// <summary>What some samples give to each input of a model, by the index of its node. Shapes [samples, …].</summary>
    internal static Dictionary<int, Tensor> Values(ModelRunner model, Datasets.Preparation.PreparedData data, long[] starts)
    {
        using var scope = NewDisposeScope();
        using var onDevice = new DeviceData(model.Analysis.Graph, data, model.Program.Device, targets: false);
        using var feed = onDevice.Feed(starts);
        feed.MoveTo(0, starts.Length);
        return model.Analysis.Graph.Nodes.Where(node => node.Kind.Role == Role.Input).ToDictionary(node => node.Index, node => feed.Get(node).clone().DetachFromDisposeScope());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _values.Values)
        {
            tensor.Dispose();
        }
    }
}
