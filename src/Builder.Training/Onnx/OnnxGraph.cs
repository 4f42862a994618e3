using System.Globalization;
using System.Runtime.InteropServices;
using Builder.Graph.Data;
using Builder.Graph.Shapes;
using Google.Protobuf;
using global::Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Onnx;

/// <summary>
/// An ONNX graph that grows node by node. Layers add nodes and weights; names are given by the scope that they
/// stand in. https://onnx.ai/onnx/intro/concepts.html
/// </summary>
public sealed class OnnxGraph
{
    /// <summary>
    /// Version of the operators: the oldest that has all that is used (LayerNormalization came with it), so that also older runtimes open the file.
    /// https://onnx.ai/onnx/operators/
    /// </summary>
    public const int Opset = 17;

    // The version of the file format that belongs to opset 17: https://onnx.ai/onnx/intro/concepts.html#supported-types
    private const int FormatVersion = 8;

    // Operators on strings, such as LabelEncoder.
    private const string MachineLearning = "ai.onnx.ml";
    private const int MachineLearningOpset = 3;

    private readonly GraphProto _graph = new() { Name = "builder" };
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(IntPtr Tensor, string Name), string> _weights = [];
    private readonly List<OnnxInput> _inputs = [];
    private bool _usesStrings;

    /// <summary>What has to be given to the graph, in order.</summary>
    public IReadOnlyList<OnnxInput> Inputs => _inputs;

    /// <summary>Names of what is added from here on begin with this: the path of the block; empty for none.</summary>
    public string Scope { get; set; } = "";

    /// <summary>An input of the graph.</summary>
    /// <param name="wanted">The name that it shall have.</param>
    /// <param name="element">Its element type.</param>
    /// <param name="shape">Its sizes; symbols may differ from call to call.</param>
    /// <returns>Its name: the wanted one, with a number behind it where that is taken.</returns>
    public string Input(string wanted, OnnxElement element, Shape shape)
    {
        var name = Own(wanted);
        _graph.Input.Add(Described(name, element, shape));
        _inputs.Add(new(name, element, shape));
        return name;
    }

    /// <summary>Makes a value an output of the graph, under a name of its own.</summary>
    /// <param name="wanted">The name that it shall have.</param>
    /// <param name="value">The value.</param>
    /// <param name="element">Its element type.</param>
    /// <param name="shape">Its sizes.</param>
    /// <returns>Its name: the wanted one, with a number behind it where that is taken.</returns>
    public string Output(string wanted, string value, OnnxElement element, Shape shape)
    {
        var name = Own(wanted);
        _graph.Node.Add(new NodeProto { OpType = "Identity", Name = Own(name + "/Identity"), Input = { value }, Output = { name } });
        _graph.Output.Add(Described(name, element, shape));
        return name;
    }

    /// <summary>Adds a node with one output.</summary>
    /// <param name="type">The operator.</param>
    /// <param name="inputs">What it reads; an empty name for an optional input that is left out.</param>
    /// <param name="attributes">Its settings: long, double (written in 32 bits), string, long[], string[].</param>
    /// <returns>The name of its output.</returns>
    public string Op(string type, string[] inputs, params (string Name, object Value)[] attributes) => Op(type, 1, 0, inputs, attributes);

    /// <summary>Adds a node with several outputs, of which one is used.</summary>
    /// <param name="type">The operator.</param>
    /// <param name="outputs">How many outputs it has.</param>
    /// <param name="used">The one that is used.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="attributes">Its settings.</param>
    /// <returns>The name of the output that is used.</returns>
    public string Op(string type, int outputs, int used, string[] inputs, params (string Name, object Value)[] attributes)
    {
        var node = Add(type, "", inputs, attributes);
        for (var i = 0; i < outputs; i++)
        {
            node.Output.Add(i <= used ? Fresh(type) : "");
        }

        return node.Output[used];
    }

    /// <summary>Adds a node that cuts a tensor into equal parts.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="parts">How many parts.</param>
    /// <param name="axis">Along which dimension.</param>
    /// <returns>The names of the parts.</returns>
    public string[] Split(string input, int parts, long axis)
    {
        var node = Add("Split", "", [input], [("axis", axis)]);
        string[] names = [.. Enumerable.Range(0, parts).Select(_ => Fresh("Split"))];
        node.Output.AddRange(names);
        return names;
    }

    /// <summary>Numbers of names: an operator of ONNX's extension for classical machine learning.</summary>
    /// <param name="input">Strings.</param>
    /// <param name="names">The names, each with its number.</param>
    /// <param name="other">The number of all other names.</param>
    /// <returns>Int64 of the same sizes.</returns>
    public string Numbered(string input, IReadOnlyDictionary<string, long> names, long other)
    {
        _usesStrings = true;
        var node = Add("LabelEncoder", MachineLearning, [input], [("keys_strings", names.Keys.ToArray()), ("values_int64s", names.Values.ToArray()), ("default_int64", other)]);
        node.Output.Add(Fresh("LabelEncoder"));
        return node.Output[0];
    }

    /// <summary>A trained tensor under the name of its scope and its own: "linear1.weight". The same tensor is written once.</summary>
    /// <param name="name">PyTorch's name.</param>
    /// <param name="tensor">Its values; 64-bit floating point is written in 32 bits.</param>
    public string Weight(string name, Tensor tensor) => Weight(name, tensor, () => tensor);

    /// <summary>A tensor that is made of a trained one, in another order, say. Of the same tensor and name it is written once.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="source">The trained tensor.</param>
    /// <param name="values">Makes it.</param>
    public string Weight(string name, Tensor source, Func<Tensor> values)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(values);
        return _weights.TryGetValue((source.Handle, name), out var known) ? known : _weights[(source.Handle, name)] = Constant(name, values);
    }

    /// <summary>A tensor that is part of the graph, under the name of its scope and its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Makes it.</param>
    public string Constant(string name, Func<Tensor> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var scope = NewDisposeScope();
        var tensor = values().detach().to(ScalarType.Float32).cpu().contiguous();
        return Initializer(
            Own(Scope.Length == 0 ? name : $"{Scope.Replace('/', '.')}.{name}"), OnnxElement.Float, tensor.shape, MemoryMarshal.AsBytes<float>(tensor.data<float>().ToArray()));
    }

    /// <summary>Numbers that are part of the graph, in 32 bits.</summary>
    public string Floats(float[] values, params long[] shape) => Initializer(Fresh("constant"), OnnxElement.Float, shape, MemoryMarshal.AsBytes<float>(values));

    /// <summary>A number that is part of the graph, in 32 bits.</summary>
    public string Float(double value) => Floats([(float)value]);

    /// <summary>A number that is part of the graph, in 64 bits.</summary>
    public string Double(double value) => Initializer(Fresh("constant"), OnnxElement.Double, [], MemoryMarshal.AsBytes<double>([value]));

    /// <summary>A list of whole numbers that is part of the graph.</summary>
    public string Integers(params long[] values) => Initializer(Fresh("constant"), OnnxElement.Int64, [values.Length], MemoryMarshal.AsBytes<long>(values));

    /// <summary>A whole number that is part of the graph.</summary>
    public string Integer(long value) => Initializer(Fresh("constant"), OnnxElement.Int64, [], MemoryMarshal.AsBytes<long>([value]));

    /// <summary>The same values as another element type.</summary>
    public string Cast(string value, OnnxElement element) => Op("Cast", [value], ("to", (long)element));

    /// <summary>The values of <paramref name="from"/> in other sizes.</summary>
    /// <param name="from">The tensor.</param>
    /// <param name="to">The sizes. A symbol stands for what <paramref name="from"/> has at the same place, or, once, for what is left.</param>
    /// <exception cref="OnnxLengthException">The sizes cannot be written for every length.</exception>
    public string Reshape(OnnxValue from, Shape to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        long[] sizes = [.. to.Select((dim, i) => dim.IsKnown ? dim.Size : i < from.Shape.Rank && from.Shape[i] == dim ? 0 : -1)];
        return sizes.Count(size => size < 0) > 1 || (sizes.Contains(-1) && to.Zip(sizes).Any(d => d.First is { IsKnown: true, Size: 0 }))
            ? throw new OnnxLengthException()
            : Op("Reshape", [from.Name, Integers(sizes)]);
    }

    /// <summary>The size of one dimension, [1].</summary>
    public string SizeOf(string value, long dim) => Op("Shape", [value], ("start", dim), ("end", dim + 1));

    /// <summary>The file.</summary>
    /// <param name="documentation">What people read of it, in words.</param>
    /// <param name="properties">What programs read of it.</param>
    /// <exception cref="OnnxTooLargeException">It would be larger than the 2 GB that a file of this format can have.</exception>
    public byte[] ToBytes(string documentation, IEnumerable<KeyValuePair<string, string>> properties)
    {
        if (_graph.Initializer.Sum(i => (long)i.RawData.Length) > int.MaxValue - (64 << 20))
        {
            throw new OnnxTooLargeException();
        }

        var model = new ModelProto { IrVersion = FormatVersion, ProducerName = "Builder", DocString = documentation, Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = Opset });
        if (_usesStrings)
        {
            model.OpsetImport.Add(new OperatorSetIdProto { Domain = MachineLearning, Version = MachineLearningOpset });
        }

        model.MetadataProps.AddRange(properties.Select(p => new StringStringEntryProto { Key = p.Key, Value = p.Value }));
        return model.ToByteArray();
    }

    private NodeProto Add(string type, string domain, string[] inputs, (string Name, object Value)[] attributes)
    {
        var node = new NodeProto { OpType = type, Domain = domain, Name = Fresh(type) };
        node.Input.AddRange(inputs);
        node.Attribute.AddRange(attributes.Select(a => Attribute(a.Name, a.Value)));
        _graph.Node.Add(node);
        return node;
    }

    private string Initializer(string name, OnnxElement element, long[] shape, ReadOnlySpan<byte> values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)element, RawData = ByteString.CopyFrom(values) };
        tensor.Dims.AddRange(shape);
        _graph.Initializer.Add(tensor);
        return name;
    }

    private string Fresh(string what) => Own(Scope.Length == 0 ? what : $"{Scope}/{what}");

    private string Own(string wanted)
    {
        var name = wanted;
        for (var i = 2; !_names.Add(name); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{i}");
        }

        return name;
    }

    private static AttributeProto Attribute(string name, object value) => value switch
    {
        long whole => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = whole },
        double real => new() { Name = name, Type = AttributeProto.Types.AttributeType.Float, F = (float)real },
        string text => new() { Name = name, Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8(text) },
        long[] list => new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { list } },
        string[] texts => new() { Name = name, Type = AttributeProto.Types.AttributeType.Strings, Strings = { texts.Select(ByteString.CopyFromUtf8) } },
        _ => throw new ArgumentException($"An attribute cannot be a {value.GetType().Name}.", nameof(value)),
    };

    private static ValueInfoProto Described(string name, OnnxElement element, Shape shape)
    {
        var sizes = new TensorShapeProto();
        sizes.Dim.AddRange(shape.Select(dim => dim.IsKnown
            ? new TensorShapeProto.Types.Dimension { DimValue = dim.Size }
            : new TensorShapeProto.Types.Dimension { DimParam = dim.ToString() }));
        return new() { Name = name, Type = new() { TensorType = new() { ElemType = (int)element, Shape = sizes } } };
    }
}

/// <summary>What has to be given to a graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Element">Its element type.</param>
/// <param name="Shape">Its sizes; symbols may differ from call to call.</param>
public sealed record OnnxInput(string Name, OnnxElement Element, Shape Shape);

/// <summary>Element types under their numbers in ONNX. https://onnx.ai/onnx/api/helper.html#tensorproto</summary>
public enum OnnxElement
{
    /// <summary>32-bit floating point.</summary>
    Float = 1,

    /// <summary>8-bit unsigned integer.</summary>
    UInt8 = 2,

    /// <summary>64-bit signed integer.</summary>
    Int64 = 7,

    /// <summary>Text.</summary>
    String = 8,

    /// <summary>Yes or no.</summary>
    Bool = 9,

    /// <summary>64-bit floating point.</summary>
    Double = 11,
}

/// <summary>What the product's element types are in ONNX.</summary>
public static class OnnxElements
{
    /// <summary>The element type of a value between layers.</summary>
    public static OnnxElement Of(ElementType element) => element switch
    {
        ElementType.Int64 => OnnxElement.Int64,
        ElementType.UInt8 => OnnxElement.UInt8,
        _ => OnnxElement.Float,
    };
}
