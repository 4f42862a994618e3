using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;
using Builder.Protocol.Messages;
using Builder.Training.Inference;
using Builder.Training.Onnx;
using Builder.Training.Programs;
using static TorchSharp.torch;

namespace Builder.Training.Export;

/// <summary>
/// Writes a model as one ONNX file that any runtime of that standard computes with, on any system and from any language: it takes the values that
/// stand in a table or picture and gives probabilities and quantities in their units. https://onnx.ai
/// </summary>
public static class OnnxExport
{
    // The name that the length of sequences has in the file.
    private const string Length = "T";

    /// <summary>The file.</summary>
    /// <param name="model">The model.</param>
    /// <param name="file">What the file will be called, for the lines that show how it is used.</param>
    /// <exception cref="TrainingException">A block has no counterpart in ONNX, or the model is too large, or predicts nothing.</exception>
    public static OnnxFile Write(ModelRunner model, string file)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Heads.Count == 0)
        {
            throw new TrainingException(TrainingMessages.NothingToPredict.With());
        }

        // Sequences of any length where the network can read them, else of that of the training.
        var nodes = model.Program.Plan(model.Heads.Select(head => head.Prediction)).Nodes.ToArray();
        return TypesOfAnyLength(nodes) is { } any && Attempt(any) is { } written ? written : Write(model, file, nodes, node => node.Outputs);

        OnnxFile? Attempt(IReadOnlyDictionary<int, ImmutableArray<TensorType>> types)
        {
            try
            {
                return Write(model, file, nodes, node => types[node.Index]);
            }
            catch (OnnxLengthException)
            {
                return null;
            }
        }
    }

    private static OnnxFile Write(ModelRunner model, string file, FlatNode[] nodes, Func<FlatNode, ImmutableArray<TensorType>> typesOf)
    {
        using var noGrad = no_grad();
        var graph = new OnnxGraph();
        var inputs = new OnnxInputs(model, graph);
        var values = new Dictionary<FlatSource, OnnxValue>();
        var noises = new List<(string Input, FlatNode Node)>();
        foreach (var node in nodes)
        {
            var (types, before) = (typesOf(node), graph.Inputs.Count);
            graph.Scope = node.Path;
            if (model.Program.LayerOf(node) is not { } layer)
            {
                values[new(node.Index, 0)] = inputs.Of(node, types[0]);
                continue;
            }

            var names = Emit(node, layer, values, types, graph);
            for (var i = 0; i < names.Length; i++)
            {
                values[new(node.Index, i)] = new(names[i], types[i]);
            }

            noises.AddRange(graph.Inputs.Skip(before).Select(input => (input.Name, node)));
        }

        graph.Scope = "";
        var outputs = new OnnxOutputs(model, graph);
        OnnxOutput[] told = [.. model.Heads.Select(head => outputs.Add(head, values[head.Prediction]))];
        var description = new OnnxDescription(model, graph.Inputs, [.. inputs.Columns], noises, told);
        var usage = OnnxUsage.Of(file, description);
        try
        {
            return new(graph.ToBytes($"{model.Bundle.Document.Name}\n\n{usage}", description.Properties), usage);
        }
        catch (OnnxTooLargeException)
        {
            throw new TrainingException(TrainingMessages.OnnxTooLarge.With());
        }
    }

    private static string[] Emit(
        FlatNode node, Layers.Layer layer, Dictionary<FlatSource, OnnxValue> values, ImmutableArray<TensorType> types, OnnxGraph graph)
    {
        OnnxValue?[] arguments =
        [
            .. node.Inputs.SelectMany((links, port) => links.IsEmpty && !node.Kind.Inputs[port].Variadic
                ? [null]
                : links.Select(source => (OnnxValue?)values[source])),
        ];
        try
        {
            return layer.ToOnnx(arguments, types, graph);
        }
        catch (OnnxMissingException missing)
        {
            throw new TrainingException(TrainingMessages.OnnxMissing.With(("block", TrainingMessages.Block.With(("name", NativeFailure.Label(node)))), ("reason", missing.Reason)));
        }
    }

    /// <summary>What flows between the nodes when sequences may have any length; null where there are none, or a block needs to know it.</summary>
    private static Dictionary<int, ImmutableArray<TensorType>>? TypesOfAnyLength(FlatNode[] nodes)
    {
        var types = new Dictionary<int, ImmutableArray<TensorType>>();
        var lengths = nodes.Where(IsSequence).Select(node => node.Outputs[0].Shape[1]).Distinct().ToArray();
        if (lengths is not [_] || ColumnsOf(nodes.Where(IsSequence)).Intersect(ColumnsOf(nodes.Where(node => !IsSequence(node)))).Any())
        {
            return null;
        }

        var written = nodes.ToDictionary(node => node.Index, node => node.Outputs);
        foreach (var node in nodes)
        {
            if (IsSequence(node))
            {
                types[node.Index] = [node.Outputs[0].Reshaped(node.Outputs[0].Shape.With(1, Dim.Symbol(Length)))];
            }
            else if (node.Inputs.All(links => links.All(source => types[source.Node].SequenceEqual(written[source.Node]))))
            {
                types[node.Index] = node.Outputs;
            }
            else if (Infer(node, types) is { } inferred)
            {
                types[node.Index] = inferred;
            }
            else
            {
                return null;
            }
        }

        return types;
    }

    private static IEnumerable<string> ColumnsOf(IEnumerable<FlatNode> nodes) =>
        nodes.Where(node => node.Kind.Role == Role.Input).SelectMany(node => ColumnBinding.Of(node.Instance!).Columns);

    private static bool IsSequence(FlatNode node) => node.Kind is TextInput or SeriesInput || (node.Kind is CategoryInput && node.Instance!.Data is { } data
        && ColumnBinding.Of(node.Instance) is { Columns: [var column] } binding && data.Find(binding.DataSet, column) is { SampleShape.Length: 1 });

    private static ImmutableArray<TensorType>? Infer(FlatNode node, Dictionary<int, ImmutableArray<TensorType>> types)
    {
        var arriving = node.Inputs.Select(links => links.Select(source => types[source.Node][source.Output]).ToImmutableArray()).ToImmutableArray();
        var result = node.Kind.Infer(new BlockInstance(node.Block, node.Kind, arriving, node.Instance!.Data));
        return result.Problems.Any(p => p.Severity == Severity.Error) || result.Outputs.Length != node.Outputs.Length
            || !result.Weights.Select(w => w.Name).SequenceEqual(node.Weights.Select(w => w.Name))
            || !result.Weights.Zip(node.Weights).All(w => w.First.Shape.SequenceEqual(w.Second.Shape))
            ? null : result.Outputs;
    }
}

/// <summary>A model as an ONNX file.</summary>
/// <param name="Content">The file.</param>
/// <param name="Usage">Lines of Python that load it and ask it something.</param>
public sealed record OnnxFile(byte[] Content, string Usage);
