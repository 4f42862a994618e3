using System.Collections.Immutable;
using Builder.Graph.Catalog;

namespace Builder.Graph.Analysis;

/// <summary>Which columns of which data set an input or target block reads.</summary>
/// <param name="DataSet">Id of the data set.</param>
/// <param name="Columns">Names of the columns in order.</param>
public sealed record ColumnBinding(string DataSet, ImmutableArray<string> Columns)
{
    /// <summary>What a block whose shape rule found no problem reads.</summary>
    public static ColumnBinding Of(BlockInstance block)
    {
        var columns = block.Kind.FindParameter("columns") is null ? "column" : "columns";
        var named = block.Text("data");
        return new(named.Length > 0 ? named : block.Data!.DataSets[0].Id, block.Texts(columns));
    }
}
