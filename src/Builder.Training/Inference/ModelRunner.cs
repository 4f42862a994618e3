using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Metrics;
using Builder.Protocol.Messages;
using Builder.Training.Bundles;
using Builder.Training.Checkpoints;
using Builder.Training.Programs;
using static TorchSharp.torch;

namespace Builder.Training.Inference;

/// <summary>A model out of a bundle, ready to compute.</summary>
public sealed class ModelRunner : IDisposable
{
    private ModelRunner(ModelBundle bundle, GraphAnalysis analysis, TrainingProgram program)
    {
        (Bundle, Analysis, Program) = (bundle, analysis, program);
        Heads = analysis.Heads;
        Task = analysis.Task;
    }

    /// <summary>Where it came from.</summary>
    public ModelBundle Bundle { get; }

    /// <summary>Shapes of the document.</summary>
    public GraphAnalysis Analysis { get; }

    /// <summary>Layers with the trained weights.</summary>
    public TrainingProgram Program { get; }

    /// <summary>What it predicts.</summary>
    public IReadOnlyList<Head> Heads { get; }

    /// <summary>What kind of task it has learned.</summary>
    public TaskKind Task { get; }

    /// <summary>Opens a bundle and loads its weights.</summary>
    /// <exception cref="TrainingException">It is no bundle, or its weights do not fit its document.</exception>
    /// <exception cref="Formats.CheckpointException">The weights are damaged.</exception>
    public static ModelRunner Load(string path, Device device)
    {
        var bundle = ModelBundle.Open(path);
        var schema = new DataSchema([new DataSetSchema(bundle.Transforms.DataSetId, bundle.Transforms.Schema, 0, 0, 0)]);
        var analysis = GraphAnalyzer.Analyze(bundle.Document, schema);
        if (!analysis.CanPredict)
        {
            throw new TrainingException(TrainingMessages.DocumentHasProblem.With(("path", path), ("code", analysis.Problems[0].Code)));
        }

        var program = TrainingProgram.Compile(analysis.Graph, device);
        LoadWeights(program, bundle.WeightsPath);
        return new(bundle, analysis, program);
    }

    /// <inheritdoc/>
    public void Dispose() => Program.Dispose();

    /// <summary>Puts the weights of a bundle into a program that was compiled from its document.</summary>
    /// <exception cref="TrainingException">They do not fit.</exception>
    /// <exception cref="Formats.CheckpointException">They are damaged.</exception>
    internal static void LoadWeights(TrainingProgram program, string path)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var saved = TensorFile.Read(path).Tensors;
        foreach (var weight in program.Weights)
        {
            if (!saved.TryGetValue(weight.Name, out var values) || !values.shape.SequenceEqual(weight.Tensor.shape))
            {
                throw new TrainingException(TrainingMessages.WeightsDoNotFit.With(("path", path), ("name", weight.Name)));
            }

            weight.Tensor.copy_(values);
        }
    }
}
