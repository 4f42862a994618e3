using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;

namespace Builder.Graph.Analysis;

/// <summary>How blocks and other things are named in messages.</summary>
internal static class BlockNames
{
    private const int Longest = 60;

    private const int MostNamed = 8;

    /// <summary>What a block is called: its label, its kind's title, or its id.</summary>
    public static MessageArgument Name(Block block) =>
        block.Label is { Length: > 0 } label ? Short(label)
        : BlockCatalog.Find(block.Kind) is { } kind ? kind.TitleMessage : Short(block.Id);

    /// <summary>What an input of a block is called; those of groups are called by people.</summary>
    public static MessageArgument Title(Block block, Port input) =>
        block.Kind != GroupPorts.UseKind && BlockCatalog.Find(block.Kind) is { } kind ? kind.TitleOf(input) : input.Title.En;

    /// <summary>What a parameter of a block of the catalog is called.</summary>
    public static MessageArgument Title(Block block, Parameter parameter) => BlockCatalog.Get(block.Kind).TitleOf(parameter);

    /// <summary>A text that came from outside, cut to a length that fits into a sentence.</summary>
    public static string Short(string? text) => text is null ? "" : text.Length <= Longest ? text : text[..Longest] + "…";

    /// <summary>The names of the first blocks, and what stands behind them where there are more.</summary>
    public static (MessageArgument Names, MessageArgument More) Names(IEnumerable<Block> blocks)
    {
        var names = blocks.Select(Name).ToArray();
        return (names.Take(MostNamed).ToArray(), names.Length > MostNamed ? "…" : "");
    }
}
