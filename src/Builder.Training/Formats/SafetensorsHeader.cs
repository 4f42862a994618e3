using System.Collections.Immutable;

namespace Builder.Training.Formats;

/// <summary>The checked header of a safetensors file.</summary>
/// <param name="Entries">The tensors in the order in which their bytes lie in the file.</param>
/// <param name="Metadata">The texts, checksums included.</param>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata);

/// <summary>A tensor's entry in the header.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DType">Its element type.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Begin">Where its bytes begin, counted from the header's end.</param>
/// <param name="End">Where they end.</param>
internal sealed record SafetensorsEntry(string Name, SafetensorsDType DType, ImmutableArray<long> Shape, long Begin, long End)
{
    public long Length => End - Begin;
}
