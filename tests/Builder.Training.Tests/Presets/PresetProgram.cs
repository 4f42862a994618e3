using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Training.Layers;
using Builder.Training.Programs;
using Builder.Training.Tests.Layers.Contract;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Presets;

/// <summary>A document with nothing but a preset and an input for each of its ports, compiled as the engine compiles it.</summary>
internal sealed class PresetProgram : IBatchSource, IDisposable
{
    private const string DataSet = "stored";
    private readonly Dictionary<string, Tensor> _inputs;
    private readonly TrainingProgram _program;
    private readonly FlatSource _output;
    private readonly string _use;

    public PresetProgram(StoredPreset stored, ScalarType type)
    {
        var added = stored.Preset.AddTo(ProjectDocument.Create("Stored"), values: stored.Parameters);
        var document = Apply(ProjectDocument.Create("Stored"), added.Edit);
        document = Apply(document, new SetParameter(added.Use, GroupPorts.RepeatParameter, stored.Repeat));
        var ports = GroupPorts.Of(document, added.Group);
        foreach (var port in ports.Inputs)
        {
            document = Apply(document, new AddBlock(InputBlock(port.Name, stored.Inputs[port.Name].Shape.Length)));
            document = Apply(document, new Connect(new(new(FeedId(port.Name), "output"), new(added.Use, port.Name))));
        }

        document = Apply(document, new AddBlock(new Block { Id = "result", Kind = "Output" }));
        document = Apply(document, new Connect(new(new(added.Use, ports.Outputs[0].Name), new("result", "input"))));
        var graph = GraphAnalyzer.Analyze(document, Schema(stored)).Graph;
        (_use, _program) = (added.Use, TrainingProgram.Compile(graph, TestDevice.Current, type));
        _output = graph.Nodes.Single(n => n.Path == "result").Inputs[0][0];
        _inputs = stored.Inputs.ToDictionary(i => FeedId(i.Key), i => TensorValues.Of(i.Value.Values, i.Value.Shape, type, TestDevice.Current)
            .requires_grad_(stored.InputGradients.ContainsKey(i.Key)));
    }

    /// <summary>Weights under the names that PyTorch gives them.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights =>
        _program.Weights.ToDictionary(w => w.Name[(_use.Length + 1)..], w => w.Tensor, StringComparer.Ordinal);

    /// <summary>Result of a pass as in predictions.</summary>
    public Tensor Run(long batchSize)
    {
        var plan = _program.Plan(_output);
        plan.Run(this, new ForwardContext(Training: false, batchSize));
        return plan[_output];
    }

    /// <summary>What arrives at a port.</summary>
    public Tensor Input(string port) => _inputs[FeedId(port)];

    /// <inheritdoc/>
    public Tensor Get(FlatNode node) => _inputs[node.Block.Id];

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    private static string FeedId(string port) => "feed_" + port;

    private static Block InputBlock(string port, int rank) => new()
    {
        Id = FeedId(port),
        Kind = rank switch { 2 => "NumberInput", 3 => "SeriesInput", _ => "PictureInput" },
        Parameters = Block.NoParameters.Add(rank == 4 ? "column" : "columns", rank == 4 ? port : ParameterValue.Of(port)),
    };

    private static DataSchema Schema(StoredPreset stored) => new([new DataSetSchema(
        DataSet, [.. stored.Inputs.Select(i => new ColumnSchema(i.Key, ElementType.Float32, [.. i.Value.Shape[1..]], null, [], null))], 1, 1, 1)]);

    private static ProjectDocument Apply(ProjectDocument document, Edit edit)
    {
        var result = DocumentEditor.Apply(document, edit);
        Assert.True(result.Succeeded, result.Problem?.Message.Words.En);
        return result.Document;
    }
}
