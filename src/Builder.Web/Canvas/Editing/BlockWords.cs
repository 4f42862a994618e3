using System.Globalization;
using Builder.Graph;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;

namespace Builder.Web.Canvas.Editing;

/// <summary>How blocks, shapes and numbers are put into words.</summary>
public static class BlockWords
{
    private const int Longest = 80;

    /// <summary>A block's label, or its kind's title.</summary>
    public static Localized Name(Block block) =>
        block.Label is { Length: > 0 } label ? Localized.Same(Short(label))
        : BlockCatalog.Find(block.Kind)?.Title ?? Localized.Same(block.Kind);

    /// <summary>The family's name as the style sheets know it; "groups" for kinds that nobody knows.</summary>
    public static string FamilyOf(Block block) =>
        (BlockCatalog.Find(block.Kind)?.Family ?? Family.Groups).ToString().ToLowerInvariant();

    /// <summary>Whether data could pass a block unchanged: what has no way through cannot be muted.</summary>
    public static bool CanBeMuted(Block block) =>
        GroupPorts.GroupOf(block) is not null || BlockCatalog.Find(block.Kind) is { Role: Role.Layer, Inputs.Length: > 0, Outputs.Length: > 0 };

    /// <summary>A whole number with its thousands apart.</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>What a type means, for someone who does not read shapes.</summary>
    public static Localized Describe(TensorType type) => TypeWords.Describe(type).Words;

    /// <summary>A text that fits into a line.</summary>
    public static string Short(string text) => text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
}
