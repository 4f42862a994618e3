using Builder.Training.Formats;
using static TorchSharp.torch;

namespace Builder.Training.Checkpoints;

/// <summary>Tensors in a safetensors file.</summary>
/// <param name="Tensors">The tensors by name, on the CPU.</param>
/// <param name="Metadata">Texts by name.</param>
public sealed record TensorFile(IReadOnlyDictionary<string, Tensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Writes the file in one step: afterwards there is either the whole new file or the one before.</summary>
    /// <exception cref="CheckpointException">The disk is full or cannot be written.</exception>
    public static void Write(string path, IEnumerable<(string Name, Tensor Tensor)> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        SafetensorsFile.Write(path, tensors.Select(t => Pack(t.Name, t.Tensor)), metadata);
    }

    /// <summary>Reads and checks the file. The tensors belong to the caller's dispose scope.</summary>
    /// <exception cref="CheckpointException">The file is missing or damaged.</exception>
    public static TensorFile Read(string path, SafetensorsChecksums checksums = SafetensorsChecksums.Required)
    {
        var content = SafetensorsFile.Read(path, checksums);
        return new(content.Tensors.ToDictionary(t => t.Key, t => Unpack(t.Value), StringComparer.Ordinal), content.Metadata);
    }

    private static SafetensorsTensor Pack(string name, Tensor tensor)
    {
        var plain = tensor.detach().cpu().contiguous();
        return new(name, DTypeOf(tensor.dtype), [.. tensor.shape], new TensorMemory(plain).Memory);
    }

    private static Tensor Unpack(SafetensorsTensor saved)
    {
        var tensor = empty([.. saved.Shape], dtype: ScalarTypeOf(saved.DType));
        tensor.bytes = saved.Data.ToArray();
        return tensor;
    }

    private static SafetensorsDType DTypeOf(ScalarType type) => type switch
    {
        ScalarType.Float32 => SafetensorsDType.F32,
        ScalarType.Float64 => SafetensorsDType.F64,
        ScalarType.Int64 => SafetensorsDType.I64,
        ScalarType.Byte => SafetensorsDType.U8,
        _ => throw new InvalidOperationException($"A model has no weights of type {type}."),
    };

    private static ScalarType ScalarTypeOf(SafetensorsDType type) => type switch
    {
        SafetensorsDType.F64 => ScalarType.Float64,
        SafetensorsDType.I64 => ScalarType.Int64,
        SafetensorsDType.U8 => ScalarType.Byte,
        SafetensorsDType.F32 => ScalarType.Float32,
        _ => throw new InvalidOperationException($"A model has no weights of type {type}."),
    };
}
