using Builder.Graph.Metrics;
using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>What there is to say of one head.</summary>
internal static class HeadReport
{
    /// <summary>The evaluation of a head.</summary>
    public static HeadEvaluation Make(FinishedModel model, CollectedSamples samples, long[] starts, ExamplePictures pictures)
    {
        var head = samples.Head;
        var basic = new HeadEvaluation
        {
            Name = head.Name, Task = EvaluationWriter.Name(head.Task), Targets = [.. head.Binding!.Columns],
            Examples = ExampleReport.Make(model, samples, starts, pictures),
        };
        return head.Task switch
        {
            TaskKind.Regression => basic with { Values = ValueReport.Make(model, samples, starts) },
            TaskKind.Anomaly => basic with { Anomaly = AnomalyReport.Make(samples) },
            _ => basic with { Classes = ClassReport.Make(model, samples) },
        };
    }
}
