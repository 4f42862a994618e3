using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Shapes;
using Builder.Training.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Layers;

/// <summary>A weight or buffer by PyTorch's name.</summary>
/// <param name="Name">PyTorch's name, such as "weight".</param>
/// <param name="Tensor">Its values.</param>
/// <param name="Trainable">False for buffers such as running means.</param>
public sealed record NamedTensor(string Name, Tensor Tensor, bool Trainable);

/// <summary>What a layer is built from.</summary>
/// <param name="Block">The block, its parameters and what arrives at it.</param>
/// <param name="DType">Type of the weights: float32, or float64 in tests of gradients.</param>
/// <param name="Device">Where the weights live.</param>
public sealed record LayerContext(BlockInstance Block, ScalarType DType, Device Device);

/// <summary>What one forward pass is for.</summary>
/// <param name="Training">Dropout drops, batch statistics are used and updated.</param>
/// <param name="BatchSize">Number of samples in the batch.</param>
public sealed record ForwardContext(bool Training, long BatchSize);

/// <summary>
/// The computing side of one block kind. A class of this kind has the name of its catalog entry and stands in the same family; its weights
/// have the names, shapes and initial distributions of PyTorch's.
/// </summary>
public abstract class Layer : IDisposable
{
    private readonly List<NamedTensor> _weights = [];

    /// <summary>Weights and buffers, in the order of the catalog's <see cref="ShapeResult.Weights"/>.</summary>
    public IReadOnlyList<NamedTensor> Weights => _weights;

    /// <summary>
    /// Computes the outputs, one tensor a port of the kind, with the shapes that the kind's rule infers (<see cref="BlockKind.Infer"/>);
    /// dimension 0 is the batch. Temporary tensors belong to the caller's dispose scope.
    /// </summary>
    /// <param name="inputs">In the order of the kind's ports, the links of a variadic port one after the other, an open optional port as null.</param>
    /// <param name="pass">Training or evaluation, and the number of samples.</param>
    public abstract Tensor[] Forward(Tensor?[] inputs, ForwardContext pass);

    /// <summary>Adds to an ONNX graph what a forward pass outside training computes.</summary>
    /// <param name="inputs">As in a forward pass.</param>
    /// <param name="outputs">The types that the kind infers for these inputs, one a port; sizes may be symbols.</param>
    /// <param name="graph">The graph.</param>
    /// <returns>The names of the outputs, one a port.</returns>
    /// <exception cref="OnnxMissingException">Nothing in ONNX computes this.</exception>
    /// <exception cref="OnnxLengthException">It can be written only where every length is known.</exception>
    public abstract string[] ToOnnx(OnnxValue?[] inputs, ImmutableArray<TensorType> outputs, OnnxGraph graph);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the weights.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _weights.ForEach(w => w.Tensor.Dispose());
        }
    }

    /// <summary>Registers a trainable weight; <paramref name="values"/> become a leaf that gradients reach.</summary>
    protected Tensor Weight(string name, Tensor values) => Register(name, values.detach().requires_grad_(true), trainable: true);

    /// <summary>Registers a buffer: saved with the weights, never trained.</summary>
    protected Tensor Buffer(string name, Tensor values) => Register(name, values.detach(), trainable: false);

    /// <summary>Registers the parameters of a module as weights, under the module's own names.</summary>
    protected TModule Module<TModule>(TModule module)
        where TModule : nn.Module
    {
        foreach (var (name, parameter) in module.named_parameters())
        {
            Register(name, parameter, trainable: true);
        }

        return module;
    }

    private Tensor Register(string name, Tensor tensor, bool trainable)
    {
        tensor.DetachFromDisposeScope();
        _weights.Add(new(name, tensor, trainable));
        return tensor;
    }
}

/// <summary>A layer with one input and one output.</summary>
public abstract class UnaryLayer : Layer
{
    /// <summary>Computes the output.</summary>
    /// <param name="input">The tensor of the only port, batch first: [N, *], or any shape for elementwise layers.</param>
    /// <param name="pass">Training or evaluation, and the number of samples.</param>
    /// <returns>The tensor of the only output, of the shape that the kind infers.</returns>
    public abstract Tensor Forward(Tensor input, ForwardContext pass);

    /// <inheritdoc/>
    public sealed override Tensor[] Forward(Tensor?[] inputs, ForwardContext pass) => [Forward(inputs[0]!, pass)];

    /// <summary>Adds to an ONNX graph what a forward pass outside training computes.</summary>
    /// <param name="input">The tensor of the only port.</param>
    /// <param name="output">The type that the kind infers for it.</param>
    /// <param name="graph">The graph.</param>
    /// <returns>The name of the output.</returns>
    /// <exception cref="OnnxLengthException">It can be written only where every length is known.</exception>
    public abstract string ToOnnx(OnnxValue input, TensorType output, OnnxGraph graph);

    /// <inheritdoc/>
    public sealed override string[] ToOnnx(OnnxValue?[] inputs, ImmutableArray<TensorType> outputs, OnnxGraph graph) => [ToOnnx(inputs[0]!, outputs[0], graph)];
}

/// <summary>A layer with two inputs and one output, such as most losses: input and target.</summary>
public abstract class BinaryLayer : Layer
{
    /// <summary>Computes the output.</summary>
    /// <param name="input">The tensor of the first port, batch first: [N, *].</param>
    /// <param name="other">The tensor of the second port; the target of a loss: class numbers [N] or [N, *], or values of the input's shape.</param>
    /// <param name="pass">Training or evaluation, and the number of samples.</param>
    /// <returns>The tensor of the only output; of a loss one number, [].</returns>
    public abstract Tensor Forward(Tensor input, Tensor other, ForwardContext pass);

    /// <inheritdoc/>
    public sealed override Tensor[] Forward(Tensor?[] inputs, ForwardContext pass) => [Forward(inputs[0]!, inputs[1]!, pass)];

    /// <summary>Adds to an ONNX graph what a forward pass outside training computes.</summary>
    /// <param name="input">The tensor of the first port.</param>
    /// <param name="other">The tensor of the second port.</param>
    /// <param name="output">The type that the kind infers for them.</param>
    /// <param name="graph">The graph.</param>
    /// <returns>The name of the output.</returns>
    /// <exception cref="OnnxMissingException">Nothing in ONNX computes this.</exception>
    public abstract string ToOnnx(OnnxValue input, OnnxValue other, TensorType output, OnnxGraph graph);

    /// <inheritdoc/>
    public sealed override string[] ToOnnx(OnnxValue?[] inputs, ImmutableArray<TensorType> outputs, OnnxGraph graph) =>
        [ToOnnx(inputs[0]!, inputs[1]!, outputs[0], graph)];
}
