using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>How blocks and other things are named in sentences.</summary>
internal static class BlockNames
{
    private const int Longest = 60;

    /// <summary>What a block is called: its label, its kind's title, or its id.</summary>
    public static Localized Name(Block block) =>
        block.Label is { Length: > 0 } label ? Localized.Same(Short(label))
        : BlockCatalog.Find(block.Kind)?.Title ?? Localized.Same(Short(block.Id));

    /// <summary>A text that came from outside, cut to a length that fits into a sentence.</summary>
    public static string Short(string? text) => text is null ? "" : text.Length <= Longest ? text : text[..Longest] + "…";

    /// <summary>Names with the words for "and" between them.</summary>
    public static Localized Names(IEnumerable<Block> blocks)
    {
        var names = blocks.Select(Name).ToList();
        const int most = 8;
        var more = names.Count > most ? "…" : "";
        return new(
            string.Join(", ", names.Take(most).Select(n => $"“{n.En}”")) + more,
            string.Join("、", names.Take(most).Select(n => $"“{n.Zh}”")) + more);
    }
}
