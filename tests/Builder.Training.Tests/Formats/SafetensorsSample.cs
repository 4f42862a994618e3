using Builder.Training.Formats;

namespace Builder.Training.Tests.Formats;

/// <summary>The tensors of Oracles/safetensors_oracle.py.</summary>
internal static class SafetensorsSample
{
    public static string OracleFile { get; } = Path.Combine(AppContext.BaseDirectory, "Oracles", "sample.safetensors");

    public static string WrittenFile { get; } = Path.Combine(AppContext.BaseDirectory, "Oracles", "written.safetensors");

    public static IReadOnlyList<SafetensorsTensor> Tensors { get; } =
    [
        SafetensorsTensor.Of("a.double", [1.5, -2.25, 1e300, 5e-324], 2, 2),
        SafetensorsTensor.Of("b.long", [long.MinValue, long.MaxValue, 7L], 3),
        SafetensorsTensor.Of<float>("c.float", [.. Enumerable.Range(0, 24).Select(i => i / 8f)], 2, 3, 4),
        SafetensorsTensor.Of("d.int", [int.MinValue, int.MaxValue], 2),
        SafetensorsTensor.Of("e.half", [(Half)0.5, Half.MinValue, (Half)6e-8], 3),
        SafetensorsTensor.Of<byte>("f.byte", [0, 255, 1], 3),
        SafetensorsTensor.Of("g.bool", [true, false, true], 3),
        SafetensorsTensor.Of<float>("h.scalar", [3f]),
        SafetensorsTensor.Of<float>("i.empty", [], 0, 5),
        SafetensorsTensor.Of<float>("权重.中文", [1f], 1),
    ];

    public static void AssertSame(IEnumerable<SafetensorsTensor> expected, SafetensorsContent actual)
    {
        Assert.Equal(expected.Select(tensor => tensor.Name).Order(StringComparer.Ordinal), actual.Tensors.Keys.Order(StringComparer.Ordinal));
        foreach (SafetensorsTensor tensor in expected)
        {
            SafetensorsTensor read = actual.Tensors[tensor.Name];
            Assert.Equal(tensor.DType, read.DType);
            Assert.Equal(tensor.Shape, read.Shape);
            Assert.True(tensor.Data.Span.SequenceEqual(read.Data.Span), tensor.Name);
        }
    }
}
