using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.Reference;

/// <summary>A tensor as the reference file has it.</summary>
public sealed record StoredTensor(long[] Size, double[] Values)
{
    public Tensor ToTensor() => tensor(Values, Size, ScalarType.Float32);
}

/// <summary>What an operator made of its inputs, and the gradients of Σ result·cos(position).</summary>
public sealed record StoredCase(StoredTensor[] Inputs, StoredTensor Result, StoredTensor[] Gradients);

/// <summary>50 steps of an optimizer on a small network.</summary>
public sealed record StoredTrajectory(
    StoredTensor Inputs, StoredTensor Targets, StoredTensor[] Start, StoredTensor[] End, double[] Losses, double[] Norms);

/// <summary>Results that make_reference.py stored.</summary>
public sealed record ReferenceFile(Dictionary<string, StoredCase> Cases, Dictionary<string, StoredTrajectory> Trajectories)
{
    public static ReferenceFile Stored { get; } = Read();

    private static ReferenceFile Read()
    {
        using var stream = typeof(ReferenceFile).Assembly.GetManifestResourceStream("reference.json")!;
        return JsonSerializer.Deserialize<ReferenceFile>(stream, JsonSerializerOptions.Web)!;
    }
}
