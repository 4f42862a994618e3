using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Graph.Catalog;

namespace Builder.Training.Feeding;

/// <summary>Which columns of which data set an input or target block reads.</summary>
/// <param name="DataSet">Id of the data set.</param>
/// <param name="Columns">Names of the columns in order.</param>
public sealed record DataBinding(string DataSet, ImmutableArray<string> Columns)
{
    /// <summary>What a block whose shape rule found no problem reads.</summary>
    public static DataBinding Of(BlockInstance block)
    {
        var columns = block.Kind.FindParameter("columns") is null ? "column" : "columns";
        var named = block.Text("data");
        return new(named.Length > 0 ? named : block.Data!.DataSets[0].Id, block.Texts(columns));
    }

    /// <summary>The prepared values: the column itself, or several columns side by side.</summary>
    public PreparedColumn In(PreparedData data) => Columns is [var single] ? data.Columns[single] : data.Combine(Columns);
}
