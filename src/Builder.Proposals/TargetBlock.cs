using Builder.Graph.Documents;

namespace Builder.Proposals;

/// <summary>The block of a document that says what is to be predicted.</summary>
public static class TargetBlock
{
    /// <summary>The first target of a data set; null where there is none.</summary>
    public static Block? Find(ProjectDocument document, string dataSet)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Blocks.Values.FirstOrDefault(b => b.Kind == "Target" && IsOf(b, dataSet));
    }

    /// <summary>The first column that a target block names; null where it names none.</summary>
    public static string? Column(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return block.Parameters.GetValueOrDefault("columns") is ParameterValue.List { Items: [ParameterValue.Text first, ..] } ? first.Value : null;
    }

    /// <summary>True where a block reads this data set, by name or because it is the only one.</summary>
    internal static bool IsOf(Block block, string dataSet) =>
        block.Parameters.GetValueOrDefault("data") is not ParameterValue.Text { Value.Length: > 0 } named || named.Value == dataSet;
}
