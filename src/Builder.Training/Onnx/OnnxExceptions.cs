using Builder.Graph.Messages;

namespace Builder.Training.Onnx;

/// <summary>A layer cannot be written for sequences of any length: it has to be written for the length of the training.</summary>
public sealed class OnnxLengthException : Exception;

/// <summary>The model is too large for one file.</summary>
public sealed class OnnxTooLargeException : Exception;

/// <summary>Nothing in ONNX computes what a layer computes.</summary>
/// <param name="reason">Why, in words that go on after the block's name.</param>
public sealed class OnnxMissingException(Message reason) : Exception
{
    /// <summary>Why.</summary>
    public Message Reason { get; } = reason;
}
