using Builder.Datasets.Archives;
using Builder.Files;
using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;

namespace Builder.Web.Evaluate.Importances;

/// <summary>What is known of what matters to the model of a run.</summary>
public static class ImportanceFile
{
    /// <summary>The importance; null where it was not measured, or the file cannot be read.</summary>
    public static PermutationImportance? Read(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return RunTellings.Read(new RunFolder(run.Folder).Importance, PermutationImportance.MostBytes, json => PermutationImportance.FromJson(json));
    }

    /// <summary>
    /// True where it can be measured what matters to the model of a run: it tells classes, labels or quantities, was judged on samples that it had not learned from, and reads
    /// more than pictures.
    /// </summary>
    public static bool Suits(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run is { HasModel: true, Evaluation: { MeasuredElsewhere: false, Part: "test" or "validation", Heads: [var head, ..] } }
            && MetricCatalog.Leading(head.Task) is not null && ReadsColumns(run);
    }

    private static bool ReadsColumns(FinishedRun run)
    {
        try
        {
            return BoundedFile.Read(new BundleFolder(run.Bundle).Document, DocumentLimits.FileBytes) is { } json
                && ProjectJson.Read(json).Blocks.Values.Any(block => BlockCatalog.Find(block.Kind) is DataInputKind and not PictureInput);
        }
        catch (Exception unreadable) when (unreadable is ProjectFileException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
