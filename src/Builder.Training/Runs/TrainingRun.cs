using System.Security.Cryptography;
using System.Text;
using Builder.Datasets;
using Builder.Datasets.Preparation;
using Builder.Files;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;
using Builder.Graph.Problems;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Training.Bundles;
using Builder.Training.Checkpoints;
using Builder.Training.Evaluation;
using Builder.Training.Inference;
using Builder.Training.Loop;
using Builder.Training.Sessions;
using static TorchSharp.torch;

namespace Builder.Training.Runs;

/// <summary>A whole run: data, program, loop, final scores, bundle.</summary>
public sealed class TrainingRun
{
    private const long MostKept = 4_000_000;

    private readonly RunRequest _request;

    private TrainingRun(RunRequest request) => _request = request;

    /// <summary>
    /// Trains on a thread of its own, because autograd's modes and dispose scopes belong to a thread, and waits for it.
    /// </summary>
    /// <exception cref="TrainingException">The run fails; the reason is in plain words.</exception>
    /// <exception cref="DataException">The data cannot be used; the reason is in plain words.</exception>
    /// <exception cref="OperationCanceledException">It was asked to leave, or to stop before the training began.</exception>
    public static RunResult Execute(RunRequest request)
    {
        RunResult? result = null;
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = new TrainingRun(request).Run();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e);
            }
            catch (OutOfMemoryException e)
            {
                failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(Programs.NativeFailure.Explain(e, null));
            }
        }) { Name = "training" };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }

    /// <summary>The analysis of a document for its data.</summary>
    /// <exception cref="TrainingException">Something stands in the way of training; the words list it.</exception>
    public static GraphAnalysis AnalyzeForTraining(ProjectDocument document, IEnumerable<PreparedData> data)
    {
        var analysis = GraphAnalyzer.Analyze(document, ProjectData.Schema(data));
        var errors = analysis.Problems.Where(p => p.Severity == Severity.Error).ToList();
        return errors.Count == 0 ? analysis : throw new TrainingException(
            TrainingMessages.ProblemsInGraph.With(("problems", MessageArgument.List(errors.Take(5).Select(Told)))), code: errors[0].Code);
    }

    private static Message Told(Problem problem)
    {
        var told = problem.Block is { } block ? TrainingMessages.ProblemAtBlock.With(("block", block), ("problem", problem.Message)) : problem.Message;
        return problem.Fix is { } fix ? TrainingMessages.ProblemWithFix.With(("problem", told), ("fix", fix.Title)) : told;
    }

    private RunResult Run()
    {
        if (_request.Threads is { } threads)
        {
            ThreadCount.Use(threads);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_request.Stop, _request.Leave);
        var device = DeviceSelection.Of(_request.Device);
        var data = ProjectData.Prepare(_request.Document, _request.ProjectFolder, stop.Token);
        var analysis = AnalyzeForTraining(_request.Document, data.Values);
        var prepared = data[ProjectData.DataSetOf(analysis.Graph)];
        using var session = new TrainingSession(analysis, prepared, device);
        foreach (var head in session.Heads.Where(h => h.Binding is not null && h.Task != TaskKind.Anomaly))
        {
            head.Binding!.Columns.ToList().ForEach(prepared.CheckTarget);
        }

        return Train(session, stop.Token);
    }

    private RunResult Train(TrainingSession session, CancellationToken stop)
    {
        var keeper = new CheckpointManager(session, _request.Folder, Fingerprint(session.Data), _request.Observer);
        var state = _request.Resume ? keeper.Load() : new TrainingState();
        Directory.CreateDirectory(_request.Folder.Path);
        AtomicFile.RemoveLeftovers(_request.Folder.Path);
        Formats.SavedFile.Write(_request.Folder.Document, stream => stream.Write(ProjectJson.Write(_request.Document)));
        _request.Observer(new RunStarted(
            session.Task, session.Device.ToString(), get_num_threads(), session.Analysis.TotalParameters,
            new(session.Data.Train.Length, session.Data.Validation.Length, session.Data.Test.Length),
            session.Settings.Epochs, session.StepsPerEpoch, _request.Resume ? state.Epoch + 1 : null, session.Data.Fingerprint));
        var evaluator = new Evaluator(session);
        var sampler = new EpochPreview(session, evaluator, _request.Folder, _request.Observer);
        var rates = new RateControl(RateFile.Read(_request.Folder), changes => RateFile.Write(_request.Folder, changes));
        _request.Rates(rates);
        var loop = new TrainingLoop(session, evaluator, state, keeper, _request.Observer) { AfterEpoch = sampler.Show, Pause = _request.Pause, Rates = rates };
        var end = loop.Run(stop);
        _request.Leave.ThrowIfCancellationRequested();
        if (keeper.KeepsBest)
        {
            keeper.LoadBest();
        }

        return Finish(session, evaluator, loop, end);
    }

    private RunResult Finish(TrainingSession session, Evaluator evaluator, TrainingLoop loop, RunEnd end)
    {
        var (state, isStopped) = (loop.State, end == RunEnd.Stopped);
        var head = session.Heads.FirstOrDefault(h => h.Target is not null);
        var windows = _request.Document.Data[session.Data.DataSetId].Windows;
        Dictionary<string, double> none = [];
        var result = new RunResult(
            session.Task, state.Epoch, session.Settings.KeepBest ? state.BestEpoch : state.Epoch, state.Seconds, end,
            none, none, none, none, Units(session, head), _request.Folder.Bundle)
        {
            StartLoss = session.Meters is [var only] ? only.First : null,
        };
        // The model first: scoring takes its time, and whatever happens meanwhile must not cost the model.
        ModelBundle.Save(_request.Folder.Bundle, _request.Document, session.Data.Fitted, session.Program.Weights, result);
        var kept = KeptOf(session, evaluator);
        var scoring = new FinalScoring(session, evaluator, _request, isStopped);
        var hasThresholds = scoring.ChooseThresholds().Heads.Count > 0;
        if (hasThresholds)
        {
            ModelBundle.SaveThresholds(_request.Folder.Bundle, evaluator.Thresholds);
        }

        var (scores, usual) = scoring.Score(isStopped && session.Settings.KeepBest && !hasThresholds ? loop.BestValidation : null, kept);
        result = result with
        {
            Train = scores.Train, Validation = scores.Validation, Test = scores.Test, Usual = hasThresholds ? usual : null,
            Baseline = head is null ? none : Baseline.Score(head, session.Data, windows?.Horizon),
        };
        ModelBundle.SaveScores(_request.Folder.Bundle, result);
        TellOfUntested(session.Data.Test.LongLength, scoring.Tested.LongLength);
        var model = new FinishedModel(session, evaluator, scoring.Tested, kept, _request, result) { Validated = scoring.Validated, Trained = scoring.Trained };
        _request.AtEnd?.Invoke(model);
        _request.Observer(new RunFinished(result));
        _request.AfterEnd?.Invoke(model);
        return result;
    }

    private void TellOfUntested(long all, long tested)
    {
        if (tested < all)
        {
            _request.Observer(new Remark(TrainingMessages.PartlyTested.With(("tested", tested), ("all", all))));
        }
    }

    // The predictions of the test part are wanted one by one too, and are computed once where they fit into memory.
    private IReadOnlyList<CollectedSamples>? KeptOf(TrainingSession session, Evaluator evaluator)
    {
        var classes = session.Heads.Where(h => h.Binding is not null)
            .Select(h => (long)(session.Data.Fitted[h.Binding!.Columns[0]].Schema.Classes ?? h.Binding.Columns.Length)).DefaultIfEmpty(1).Max();
        return _request.AtEnd is not null && session.Data.Test.LongLength * Math.Max(2, classes) <= MostKept ? evaluator.NewCollection() : null;
    }

    private static Dictionary<string, string> Units(TrainingSession session, Head? head) =>
        head is { Task: TaskKind.Regression, Binding.Columns: [var column] } && session.Data.Schema.Find(column)?.Unit is { } unit
            ? MetricCatalog.Of(TaskKind.Regression).Where(metric => metric.Format == MetricFormat.Quantity).ToDictionary(metric => metric.Id, _ => unit)
            : [];

    // A checkpoint fits only the document and data that it was made with; a different number of epochs does no harm.
    private string Fingerprint(PreparedData data)
    {
        var document = _request.Document;
        foreach (var trainer in document.Blocks.Values.Where(b => b.Kind == nameof(Trainer)))
        {
            document = DocumentEditor.Apply(document, new SetParameter(trainer.Id, "epochs", null)).Document ?? document;
        }

        return Convert.ToHexStringLower(SHA256.HashData([.. ProjectJson.Write(document), .. Encoding.ASCII.GetBytes(data.Fingerprint)]));
    }
}
