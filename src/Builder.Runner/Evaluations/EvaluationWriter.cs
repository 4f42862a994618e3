using Builder.Datasets.Preparation;
using Builder.Graph.Analysis;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Runner.Console;
using Builder.Training.Evaluation;
using Builder.Training.Formats;
using Builder.Training.Heads;
using Builder.Training.Loop;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>Writes evaluation.json at the end of a run: all that people want to know of the model, in a bounded size.</summary>
internal static class EvaluationWriter
{
    // More samples than these make no plot better. They are spread evenly over all.
    private const long MostNumbers = 4_000_000;

    /// <summary>Writes the evaluation. A run whose model is saved does not fail for the want of it.</summary>
    public static void Write(FinishedModel model)
    {
        try
        {
            var folder = model.Request.Folder;
            RemoveOld(folder.EvaluationPictures);
            File.Delete(Path.Combine(folder.Path, Evaluation.OtherFileName));
            File.Delete(folder.Importance);
            File.Delete(folder.Rivals);
            File.Delete(folder.Cases);
            File.Delete(folder.CaseResults);
            var (evaluations, cases) = Make(model);
            if (cases is not null)
            {
                SavedFile.Write(folder.Cases, stream => stream.Write(cases.ToJson()));
            }

            if (SingleCases.OfValidation(model) is { } results)
            {
                SavedFile.Write(folder.CaseResults, stream => stream.Write(results.ToJson()));
            }

            foreach (var (file, evaluation) in evaluations)
            {
                SavedFile.Write(Path.Combine(folder.Path, file), stream => stream.Write(evaluation.ToJson()));
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            model.Request.Observer(new Remark(RunnerMessages.EvaluationNotWritten.With(("cause", Failures.Explain(e).Reason))));
        }
    }

    // Where thresholds were chosen, the same predictions are judged with the usual ones too.
    private static (List<(string File, Evaluation Evaluation)> Evaluations, CaseScores? Cases) Make(FinishedModel model)
    {
        var (part, starts) = Part(model);
        var chosen = SampleSpread.Of(starts, MostNumbers / Math.Max(1, model.Session.Heads.Where(h => h.Target is not null).Select(h => Width(model, h)).DefaultIfEmpty(1).Max()));
        var (collected, shown) = part == "test" && model.Test is { } kept ? (kept, starts) : (model.Evaluator.Collect(chosen), chosen);
        var pictures = new ExamplePictures(model);
        DecisionThresholds[] ways = model.Result.Usual is null ? [model.Evaluator.Thresholds] : [model.Evaluator.Thresholds, DecisionThresholds.Usual];
        var judged = collected.Where(s => s.IsOnePerSample && s.Count > 0).ToList();
        var data = model.Session.Data;
        var table = judged.Count == 0 ? null : SourceValues.Open(model.Request.Document.Data[data.DataSetId], model.Request.ProjectFolder, data);
        var heads = judged.Select(s => HeadReport.Make(model, s, shown, pictures, table, ways)).ToList();
        var result = model.Result;
        var first = new Evaluation
        {
            Task = result.Task,
            Part = part,
            Samples = starts.LongLength,
            Train = RunEventJson.Numbers(result.Train),
            Validation = RunEventJson.Numbers(result.Validation),
            Test = RunEventJson.Numbers(result.Test),
            Baseline = RunEventJson.Numbers(result.Baseline),
            Units = result.Units,
            StartLoss = result.StartLoss is { } start && double.IsFinite(start) ? start : null,
            Heads = [.. heads.Select(h => h[0])],
            Texts = Writing.Texts(model),
            Pictures = Writing.Pictures(model),
        };
        List<(string File, Evaluation Evaluation)> evaluations = result.Usual is not { } usual ? [(Evaluation.FileName, first)] : [(Evaluation.FileName, first), (Evaluation.OtherFileName, first with
        {
            Train = RunEventJson.Numbers(usual.Train), Validation = RunEventJson.Numbers(usual.Validation), Test = RunEventJson.Numbers(usual.Test), Heads = [.. heads.Select(h => h[1])],
        })];
        return (evaluations, CaseReport.Make(model, part == "test" ? collected : []));
    }

    private static long Width(FinishedModel model, Head head) =>
        (HeadClasses.AreOf(head) || head.Task == TaskKind.MultiLabel) && head.Binding is { } binding
            ? Math.Max(2, model.Session.Data.Fitted[binding.Columns[0]].Schema.Classes ?? 2) : head.Binding?.Columns.Length ?? 1;

    private static (string Name, long[] Starts) Part(FinishedModel model) =>
        model.Tested.Length > 0 ? ("test", model.Tested) : Part(model.Session.Data);

    private static (string Name, long[] Starts) Part(PreparedData data) => data.Validation.Length > 0 ? ("validation", data.Validation) : ("train", data.Train);

    private static void RemoveOld(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
