using Builder.Graph.Shapes;

namespace Builder.Training.Onnx;

/// <summary>A tensor that flows through an ONNX graph.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Type">Its sizes and element type. The batch is the symbol N; a length that may differ from that of the training is a symbol too.</param>
public sealed record OnnxValue(string Name, TensorType Type)
{
    /// <summary>Its sizes.</summary>
    public Shape Shape => Type.Shape;
}
