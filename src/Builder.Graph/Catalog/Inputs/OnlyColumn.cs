using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Graph.Catalog.Kinds;

/// <summary>Gives a new Input or Target block its column where only one is possible, so that nobody is asked what has one answer.</summary>
internal static class OnlyColumn
{
    /// <summary>The block with its column; the block itself where there is none, or more than one.</summary>
    public static Block Of(ProjectDocument document, Block block, DataSchema? data)
    {
        if (BlockCatalog.Find(block.Kind) is not { Role: Role.Input or Role.Target } kind || ParameterOf(kind) is not { } parameter
            || DataBinding.SetOf(new BlockInstance(block, kind, [], data)) is not { } set || Possible(document, kind, set) is not [var column])
        {
            return block;
        }

        ParameterValue value = parameter.Type == ParameterType.Column ? column : ParameterValue.Of(column);
        return block with { Parameters = block.Parameters.SetItem(parameter.Name, value) };
    }

    private static List<string> Possible(ProjectDocument document, BlockKind kind, DataSetSchema set)
    {
        var (predicted, read) = (Named(document, Role.Target), Named(document, Role.Input));
        if (kind is not DataInputKind input)
        {
            return [.. set.Columns.Select(c => c.Name).Where(name => !predicted.Contains(name) && !read.Contains(name))];
        }

        // By custom the last column of a table is what is to be predicted, until another is said to be.
        var kept = predicted.Count == 0 && set.Columns.Length > 1 && input is NumberInput or CategoryInput ? set.Columns[^1].Name : null;
        var fitting = set.Columns.Where(input.Fits).Select(c => c.Name).Where(name => name != kept && !predicted.Contains(name)).ToList();
        return fitting.Count == 1 ? fitting : [.. fitting.Where(name => !read.Contains(name))];
    }

    private static HashSet<string> Named(ProjectDocument document, Role role) =>
    [
        .. from block in document.Blocks.Values
           let kind = BlockCatalog.Find(block.Kind)
           where kind?.Role == role && ParameterOf(kind) is not null
           from name in new BlockInstance(block, kind, []).Texts(ParameterOf(kind)!.Name)
           select name,
    ];

    private static Parameter? ParameterOf(BlockKind kind) => kind.Parameters.FirstOrDefault(p => p.Type is ParameterType.Column or ParameterType.Columns);
}
