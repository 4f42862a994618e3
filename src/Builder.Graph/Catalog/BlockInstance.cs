using System.Collections.Immutable;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;

namespace Builder.Graph.Catalog;

/// <summary>
/// A block together with what arrives at its inputs: all that a shape rule may look at, and all from which a layer is built.
/// Parameters are read with the catalog's defaults filled in; they have been checked against type and range before.
/// </summary>
/// <param name="block">The block.</param>
/// <param name="kind">Its kind.</param>
/// <param name="inputs">What arrives at each input port, in the order of <see cref="BlockKind.Inputs"/>; empty for an open port.</param>
/// <param name="data">What is known about the data; null before data is attached.</param>
/// <param name="sources">The blocks whose outputs arrive at each input port, matching <paramref name="inputs"/>; left out where they are not known.</param>
/// <param name="sizedBy">Finds the block that decides the sizes at an input port by its index; null where that is not known.</param>
public sealed class BlockInstance(
    Block block,
    BlockKind kind,
    ImmutableArray<ImmutableArray<TensorType>> inputs,
    DataSchema? data = null,
    ImmutableArray<ImmutableArray<Block>> sources = default,
    Func<int, Block?>? sizedBy = null)
{
    /// <summary>The block.</summary>
    public Block Block => block;

    /// <summary>Its kind.</summary>
    public BlockKind Kind => kind;

    /// <summary>What is known about the data sets; null before data is attached.</summary>
    public DataSchema? Data => data;

    /// <summary>What arrives at the first input port.</summary>
    public TensorType Input => inputs[0][0];

    /// <summary>What arrives at <paramref name="port"/>; null where it is open.</summary>
    public TensorType? At(string port) => All(port) is [var first, ..] ? first : null;

    /// <summary>All that arrives at <paramref name="port"/>, by slot.</summary>
    public ImmutableArray<TensorType> All(string port) => inputs[kind.InputIndex(port)];

    /// <summary>
    /// The block whose output arrives at <paramref name="port"/>, so that a fix can be an edit of that block; null where it is not known.
    /// </summary>
    public Block? From(string port) =>
        !sources.IsDefault && kind.InputIndex(port) is var index && index < sources.Length && sources[index] is [var first, ..] ? first : null;

    /// <summary>
    /// The block that decides how many numbers arrive at <paramref name="port"/>: the one before it, or before layers that keep the sizes of what
    /// they get. Null where it is not known.
    /// </summary>
    public Block? SizedBy(string port) => sizedBy?.Invoke(kind.InputIndex(port));

    /// <summary>True where the parameter has a value, set or default.</summary>
    public bool Has(string parameter) => Value(parameter) is not null;

    /// <summary>The parameter's value, or the catalog's default; null where there is neither.</summary>
    public ParameterValue? Value(string parameter) =>
        block.Parameters.TryGetValue(parameter, out var value) ? value : kind.GetParameter(parameter).Default;

    /// <summary>A whole number.</summary>
    public long Int(string parameter) => Value(parameter) switch
    {
        ParameterValue.Integer whole => whole.Value,
        ParameterValue.List { Items: [ParameterValue.Integer first, ..] } => first.Value,
        _ => throw Missing(parameter),
    };

    /// <summary>A real number.</summary>
    public double Real(string parameter) => Value(parameter) switch
    {
        ParameterValue.Number real => real.Value,
        ParameterValue.Integer whole => whole.Value,
        _ => throw Missing(parameter),
    };

    /// <summary>Yes or no.</summary>
    public bool Flag(string parameter) => Value(parameter) is ParameterValue.Flag flag ? flag.Value : throw Missing(parameter);

    /// <summary>A text or choice; empty where it is not set.</summary>
    public string Text(string parameter) => Value(parameter) is ParameterValue.Text text ? text.Value : "";

    /// <summary>A list of texts; a single text counts as a list of one, an unset parameter as an empty list.</summary>
    public ImmutableArray<string> Texts(string parameter) => Value(parameter) switch
    {
        ParameterValue.List list => [.. list.Items.OfType<ParameterValue.Text>().Select(t => t.Value)],
        ParameterValue.Text { Value.Length: > 0 } text => [text.Value],
        _ => [],
    };

    /// <summary>A list of whole numbers, empty where it is not set.</summary>
    public ImmutableArray<long> Ints(string parameter) => Value(parameter) switch
    {
        ParameterValue.List list => [.. list.Items.OfType<ParameterValue.Integer>().Select(i => i.Value)],
        ParameterValue.Integer whole => [whole.Value],
        _ => [],
    };

    /// <summary>PyTorch's "int or tuple": one number stands for all <paramref name="count"/> dimensions.</summary>
    public ImmutableArray<long> Ints(string parameter, int count)
    {
        var given = Ints(parameter);
        return given.Length == 1 ? [.. Enumerable.Repeat(given[0], count)] : given;
    }

    /// <summary>A list of real numbers, empty where it is not set.</summary>
    public ImmutableArray<double> Reals(string parameter) => Value(parameter) switch
    {
        ParameterValue.List list => [.. list.Items.Select(i => i is ParameterValue.Integer w ? w.Value : ((ParameterValue.Number)i).Value)],
        ParameterValue.Number real => [real.Value],
        ParameterValue.Integer whole => [whole.Value],
        _ => [],
    };

    private InvalidOperationException Missing(string parameter) =>
        new($"Block '{block.Id}' ({kind.Id}) has no usable value for '{parameter}'.");
}
