using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

/// <summary>Makes layers for tests of what only one kind does.</summary>
internal static class LayerProbe
{
    /// <summary>A layer in float32 for inputs of these sizes; a null stands for an open port.</summary>
    public static Layer Create(string kind, long[]?[] inputs, params (string Name, ParameterValue Value)[] parameters)
    {
        var open = Enumerable.Repeat<long[]?>(null, BlockCatalog.Get(kind).Inputs.Length - inputs.Length);
        var types = inputs.Concat(open).Select(shape => shape is null
            ? ImmutableArray<TensorType>.Empty
            : [new TensorType(new Shape([.. shape.Select(Dim.Of)]))]);
        var values = Block.NoParameters.AddRange(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)));
        var block = new Block { Id = "probe", Kind = kind, Parameters = values };
        return LayerFactory.Create(new(new BlockInstance(block, BlockCatalog.Get(kind), [.. types]), ScalarType.Float32, TestDevice.Current));
    }

    /// <summary>The values of the first output; inputs are brought to where the layer computes.</summary>
    public static float[] Run(this Layer layer, ForwardContext pass, params Tensor?[] inputs) =>
        layer.Forward([.. inputs.Select(input => input?.to(TestDevice.Current))], pass)[0].detach().cpu().contiguous().data<float>().ToArray();
}
