using Builder.Datasets.Transforms;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Data;
using Builder.Graph.Shapes;
using Builder.Training.Inference;
using Builder.Training.Onnx;

namespace Builder.Training.Export;

/// <summary>The columns that a model reads, as inputs of an ONNX graph: one for each, under its name, with the values that stand in the file.</summary>
/// <param name="model">The model.</param>
/// <param name="graph">The graph.</param>
internal sealed class OnnxInputs(ModelRunner model, OnnxGraph graph)
{
    private readonly Dictionary<string, (string Name, OnnxValue Prepared)> _columns = new(StringComparer.Ordinal);

    /// <summary>The columns, each with the name of its input.</summary>
    public IEnumerable<(string Input, FittedColumn Column)> Columns => _columns.Select(c => (c.Value.Name, model.Bundle.Transforms[c.Key]));

    /// <summary>What an input block gives to the network.</summary>
    /// <param name="node">The block.</param>
    /// <param name="type">What it gives; the length may be a symbol.</param>
    public OnnxValue Of(FlatNode node, TensorType type)
    {
        var columns = ColumnBinding.Of(node.Instance!).Columns.Select(name => Column(name, LengthOf(node, type))).ToArray();
        if (node.Kind is not (NumberInput or SeriesInput) && columns is [var only])
        {
            return only.Value;
        }

        // Side by side: the last dimension is that of the columns.
        var parts = columns.Select(c => c.IsNumber ? graph.Op("Unsqueeze", [c.Value.Name, graph.Integers(-1)]) : c.Value.Name).ToArray();
        var joined = parts is [var single] ? single : graph.Op("Concat", parts, ("axis", -1L));

        // Windows of several steps may be laid out as one list.
        return new(node.Kind is NumberInput ? graph.Op("Reshape", [joined, graph.Integers(0, type.Shape[^1].Size)]) : joined, type);
    }

    private (OnnxValue Value, bool IsNumber) Column(string name, Dim? length)
    {
        var (column, schema) = (model.Bundle.Transforms[name], model.Bundle.Transforms[name].Schema);
        var rowRank = RowRank(column);
        Dim[] sample = [.. schema.SampleShape.Select((size, i) => i == 0 && length is { } symbol ? symbol : Dim.Of(size))];
        if (!_columns.TryGetValue(name, out var known))
        {
            // The dimensions of a row that the graph makes itself, such as the places of one-hot, are not given.
            var isGiven = OnnxSteps.ElementOf(column) is OnnxElement.UInt8 or OnnxElement.Int64 or OnnxElement.Float;
            var given = new Shape([Dim.Batch, .. isGiven ? sample : sample[..^rowRank]]);
            var input = graph.Input(name, OnnxSteps.ElementOf(column), given);
            known = (input, new(OnnxSteps.Prepare(column, input, graph), new TensorType(new Shape([Dim.Batch, .. sample]), schema.Element, schema.Classes)));
            _columns.Add(name, known);
        }

        return (known.Prepared, rowRank == 0);
    }

    /// <summary>The length of the sequences of an input block where it is a symbol.</summary>
    private static Dim? LengthOf(FlatNode node, TensorType type) =>
        node.Kind is TextInput or SeriesInput or CategoryInput && type.Shape.Rank > 1 && !type.Shape[1].IsKnown ? type.Shape[1] : null;

    private static int RowRank(FittedColumn column) => column.Steps.Sum(step => step switch
    {
        FittedOneHot or FittedMultiHot or FittedDatePart { As: DatePartForm.SineCosine } => 1,
        FittedResize => 3,
        _ => 0,
    });
}
