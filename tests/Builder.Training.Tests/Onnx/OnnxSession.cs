using Microsoft.ML.OnnxRuntime;
using TensorElementType = Microsoft.ML.OnnxRuntime.Tensors.TensorElementType;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Onnx;

/// <summary>What came out of ONNX Runtime.</summary>
/// <param name="Name">The output.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Values">Its values, row by row.</param>
internal sealed record OnnxResult(string Name, long[] Shape, double[] Values);

/// <summary>Asks ONNX Runtime, which checks a file when it loads it.</summary>
internal static class OnnxSession
{
    /// <summary>All outputs of a model.</summary>
    public static IReadOnlyList<OnnxResult> Run(byte[] model, IReadOnlyCollection<(string Name, Tensor Values)> given) =>
        Run(model, [.. given.Select(g => (g.Name, Value(g.Values)))]);

    /// <summary>All outputs of a model. The values are freed.</summary>
    public static IReadOnlyList<OnnxResult> Run(byte[] model, IReadOnlyCollection<(string Name, OrtValue Value)> given)
    {
        using var session = Open(model);
        using var options = new RunOptions();
        using var results = session.Run(options, given.ToDictionary(g => g.Name, g => g.Value), session.OutputNames);
        var read = session.OutputNames.Zip(results, (name, value) => new OnnxResult(name, value.GetTensorTypeAndShape().Shape, Read(value))).ToArray();
        foreach (var (_, value) in given)
        {
            value.Dispose();
        }

        return read;
    }

    /// <summary>A session of one thread.</summary>
    public static InferenceSession Open(byte[] model)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        return new(model, options);
    }

    /// <summary>Names, of the given sizes.</summary>
    public static OrtValue Strings(string[] texts, long[] shape)
    {
        var value = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, shape);
        for (var i = 0; i < texts.Length; i++)
        {
            value.StringTensorSetElementAt(texts[i], i);
        }

        return value;
    }

    /// <summary>Numbers of 64 bits, of the given sizes.</summary>
    public static OrtValue Doubles(double[] numbers, long[] shape) => OrtValue.CreateTensorValueFromMemory(numbers, shape);

    /// <summary>Bytes, of the given sizes.</summary>
    public static OrtValue Bytes(byte[] bytes, long[] shape) => OrtValue.CreateTensorValueFromMemory(bytes, shape);

    /// <summary>A tensor.</summary>
    public static OrtValue Value(Tensor tensor)
    {
        var values = tensor.detach().cpu().contiguous();
        return values.dtype == ScalarType.Int64
            ? OrtValue.CreateTensorValueFromMemory(values.data<long>().ToArray(), values.shape)
            : OrtValue.CreateTensorValueFromMemory(values.data<float>().ToArray(), values.shape);
    }

    private static double[] Read(OrtValue value) => value.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Int64 => [.. value.GetTensorDataAsSpan<long>().ToArray().Select(v => (double)v)],
        TensorElementType.Double => value.GetTensorDataAsSpan<double>().ToArray(),
        _ => [.. value.GetTensorDataAsSpan<float>().ToArray().Select(v => (double)v)],
    };
}
