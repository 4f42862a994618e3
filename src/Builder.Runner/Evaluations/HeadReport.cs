using Builder.Datasets.Columns;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Inference;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>What there is to say of one head.</summary>
internal static class HeadReport
{
    /// <summary>The evaluations of a head, one for each way to decide.</summary>
    /// <param name="model">The model.</param>
    /// <param name="samples">Its predictions.</param>
    /// <param name="starts">The start row of each.</param>
    /// <param name="pictures">Keeps pictures of examples.</param>
    /// <param name="table">The table that they come from; null where there is none.</param>
    /// <param name="ways">The ways to decide.</param>
    public static IReadOnlyList<HeadEvaluation> Make(
        FinishedModel model, CollectedSamples samples, long[] starts, ExamplePictures pictures, RawTable? table, IReadOnlyList<DecisionThresholds> ways)
    {
        HeadColumns[] columns = [.. ways.Select(way => new HeadColumns(samples.Head, model.Session.Data.Fitted, way))];
        var examples = ExampleReport.Make(model, samples, starts, pictures, table, columns);
        var rows = table is null ? [] : ExampleReport.RowsOf(model, starts, table);
        return [.. columns.Select((c, i) => Make(model, samples, starts, c) with
        {
            Examples = examples[i],
            Groups = table is null ? [] : GroupReport.Make(model, samples, rows, table, c),
            Thresholds = ways[i].Of(samples.Head.Name)?.Classes ?? [],
        })];
    }

    private static HeadEvaluation Make(FinishedModel model, CollectedSamples samples, long[] starts, HeadColumns columns)
    {
        var head = samples.Head;
        var basic = new HeadEvaluation { Name = head.Name, Task = head.Task, Targets = [.. head.Binding!.Columns] };
        return head.Task switch
        {
            TaskKind.Regression => basic with { Values = ValueReport.Make(model, samples, starts) },
            TaskKind.Anomaly => basic with { Anomaly = AnomalyReport.Make(samples) },
            TaskKind.MultiLabel => basic with { Labels = LabelReport.Make(samples, columns) },
            _ => basic with { Classes = ClassReport.Make(samples, columns) },
        };
    }
}
