using System.Collections.Immutable;
using Builder.Graph.Messages;

namespace Builder.Graph.Catalog;

/// <summary>
/// One entry of the catalog: what a kind of block is called, which ports and parameters it has, and which shapes it makes.
/// Each kind is a class in the file or folder of its family, with a class of the same name in Builder.Training where it computes something.
/// </summary>
public abstract class BlockKind
{
    private ImmutableDictionary<string, Parameter>? _byName;

    private Message? _titleMessage;

    /// <summary>Stable id, PyTorch's class name where it has one: "Conv2d". The name of the class itself.</summary>
    public string Id => GetType().Name;

    /// <summary>Where the palette shows it.</summary>
    public abstract Family Family { get; }

    /// <summary>What it does in the walk from data to weights.</summary>
    public virtual Role Role => Role.Layer;

    /// <summary>Its name in plain words.</summary>
    public abstract Localized Title { get; }

    /// <summary>Its title as it stands in messages.</summary>
    public Message TitleMessage => _titleMessage ??= new(BlockCatalog.NamePrefix + Id, []);

    /// <summary>The title of one of its inputs as it stands in messages.</summary>
    public Message TitleOf(Port input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new($"{BlockCatalog.InputPrefix}{Id}.{input.Name}", []);
    }

    /// <summary>The title of one of its parameters as it stands in messages.</summary>
    public Message TitleOf(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new($"{BlockCatalog.ParameterPrefix}{Id}.{parameter.Name}", []);
    }

    /// <summary>What it is for, in one or two sentences that need no prior knowledge.</summary>
    public abstract Localized Help { get; }

    /// <summary>Its formula in KaTeX; empty where there is none.</summary>
    public virtual string Formula => "";

    /// <summary>PyTorch's page or the paper that defines it.</summary>
    public abstract string Source { get; }

    /// <summary>Input ports, in the order of PyTorch's arguments; one named "input" unless the kind says otherwise.</summary>
    public virtual ImmutableArray<Port> Inputs => [Port.Input];

    /// <summary>Output ports, in the order of PyTorch's results; one named "output" unless the kind says otherwise.</summary>
    public virtual ImmutableArray<Port> Outputs => [Port.Output];

    /// <summary>Parameters in the order in which they are shown.</summary>
    public virtual ImmutableArray<Parameter> Parameters => [];

    /// <summary>
    /// Output shapes and weights for what arrives, or what is wrong. Called only when every required input has a type and all parameters
    /// lie in their range.
    /// </summary>
    public abstract ShapeResult Infer(BlockInstance block);

    /// <summary>The line of PyTorch that a block stands for, such as "nn.Linear(64, 10)"; empty where PyTorch has none.</summary>
    public virtual string PyTorch(BlockInstance block) => "";

    /// <summary>The parameter of this name.</summary>
    /// <exception cref="KeyNotFoundException">The kind has no such parameter.</exception>
    public Parameter GetParameter(string name) => ByName[name];

    /// <summary>The parameter of this name, or null.</summary>
    public Parameter? FindParameter(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Index of the input port of this name.</summary>
    /// <exception cref="KeyNotFoundException">The kind has no such port.</exception>
    public int InputIndex(string port) => IndexOf(Inputs, port);

    /// <summary>Index of the output port of this name.</summary>
    /// <exception cref="KeyNotFoundException">The kind has no such port.</exception>
    public int OutputIndex(string port) => IndexOf(Outputs, port);

    private ImmutableDictionary<string, Parameter> ByName =>
        _byName ??= Parameters.ToImmutableDictionary(p => p.Name, StringComparer.Ordinal);

    private int IndexOf(ImmutableArray<Port> ports, string name)
    {
        for (var i = 0; i < ports.Length; i++)
        {
            if (ports[i].Name == name)
            {
                return i;
            }
        }

        throw new KeyNotFoundException($"{Id} has no port '{name}'.");
    }
}
