using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Protocol.Messages;

namespace Builder.Training.Runs;

/// <summary>Prepares the data of a document.</summary>
public static class ProjectData
{
    /// <summary>All data sets of the document, by id.</summary>
    /// <exception cref="DataException">A data set cannot be read or prepared.</exception>
    public static IReadOnlyDictionary<string, PreparedData> Prepare(ProjectDocument document, string projectFolder, CancellationToken stop = default) =>
        document.Data.ToDictionary(d => d.Key, d => DataPreparation.Prepare(d.Value, projectFolder, stop), StringComparer.Ordinal);

    /// <summary>What shape inference needs to know of prepared data.</summary>
    public static DataSchema Schema(IEnumerable<PreparedData> data) => new([.. data.Select(d => d.Schema)]);

    /// <summary>The data set that the inputs and targets of a graph read.</summary>
    /// <exception cref="TrainingException">They read none, or several: samples of different data sets do not belong together.</exception>
    public static string DataSetOf(Builder.Graph.Analysis.FlatGraph graph)
    {
        var read = graph.Nodes
            .Where(n => n.Kind.Role is Builder.Graph.Catalog.Role.Input or Builder.Graph.Catalog.Role.Target && n.Instance is not null)
            .Select(n => ColumnBinding.Of(n.Instance!).DataSet)
            .Distinct()
            .ToImmutableArray();
        return read.Length switch
        {
            1 => read[0],
            0 => throw new TrainingException(TrainingMessages.NoData.With()),
            _ => throw new TrainingException(TrainingMessages.SeveralDataSets.With(("read", MessageArgument.List(read)))),
        };
    }
}
