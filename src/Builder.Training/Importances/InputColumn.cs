using System.Collections.Immutable;
using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Training.Sessions;

namespace Builder.Training.Importances;

/// <summary>
/// A column of a person's table with all that the network reads of it: the places of a category, the parts of a date, the words of a text, and whatever further block reads
/// it, move together.
/// </summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="Uses">The columns of the data set that are made of it and read.</param>
/// <param name="Slices">Where its values come in.</param>
public sealed record InputColumn(string Name, ImmutableArray<string> Uses, ImmutableArray<InputSlice> Slices)
{
    /// <summary>Its name where a model says what it takes: that of the data set, or of the source where it is read in several ways.</summary>
    public string InputName => Uses is [var only] ? only : Name;

    /// <summary>The columns that the inputs of a session's graph read, in the order in which they are met.</summary>
    public static ImmutableArray<InputColumn> Of(TrainingSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Of(session.Analysis.Graph, session.Data);
    }

    /// <summary>The columns that the inputs of a graph read, in the order in which they are met.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="data">The data set that it reads.</param>
    public static ImmutableArray<InputColumn> Of(FlatGraph graph, PreparedData data)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(data);
        var read = graph.Nodes.Where(n => n.Kind.Role == Role.Input).SelectMany(node => SlicesOf(data, node));
        return [.. read.GroupBy(r => data.Fitted[r.Use].Source, StringComparer.Ordinal)
            .Select(g => new InputColumn(g.Key, [.. g.Select(r => r.Use).Distinct()], [.. g.Select(r => r.Slice)]))];
    }

    private static IEnumerable<(string Use, InputSlice Slice)> SlicesOf(PreparedData data, FlatNode node)
    {
        var columns = ColumnBinding.Of(node.Instance!).Columns;
        long[] sizes = [.. columns.Select(name => data.Columns[name].RowSize)];
        return columns.Select((name, i) => (name, new InputSlice(node.Index, sizes[..i].Sum(), sizes[i], sizes.Sum())));
    }
}

/// <summary>The values of one column among those that an input block gives out.</summary>
/// <param name="Node">Index of the input node.</param>
/// <param name="First">Place of the column's first value among those of a row.</param>
/// <param name="Count">How many values it has in a row.</param>
/// <param name="Width">How many values a row of the node has altogether.</param>
public readonly record struct InputSlice(int Node, long First, long Count, long Width);
