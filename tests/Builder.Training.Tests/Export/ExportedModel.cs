using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Training.Bundles;
using Builder.Training.DataLoading;
using Builder.Training.Export;
using Builder.Training.Inference;
using Builder.Training.Layers;
using Builder.Training.Programs;
using Builder.Training.Runs;
using Builder.Training.Tests.Formats;
using Builder.Training.Tests.Onnx;
using Microsoft.ML.OnnxRuntime;
using TensorElementType = Microsoft.ML.OnnxRuntime.Tensors.TensorElementType;
using TorchSharp;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Export;

/// <summary>A project's model with random weights, saved as a bundle, opened again, and written as ONNX.</summary>
internal sealed class ExportedModel : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly TemporaryFolder _folder = new();
    private readonly string _project;
    private readonly Lazy<RawTable> _table;

    public ExportedModel(string project, string file = "project.json")
    {
        _project = project;
        var document = ProjectJson.Read(File.ReadAllBytes(Path.Combine(project, file)));
        Data = ProjectData.Prepare(document, project).Values.Single();
        Save(document);
        Model = ModelRunner.Load(_folder["bundle"], CPU);
        Onnx = OnnxExport.Write(Model, "model.onnx");
        _table = new(() => DataPreparation.ReadNewRows(
            Model.Bundle.Transforms.WithDateOrders(Predictor.DataSetOf(Model)), Path.Combine(_project, ((TableSource)Predictor.DataSetOf(Model).Source).Path), Predictor.Inputs(Model)));
    }

    public PreparedData Data { get; }

    public ModelRunner Model { get; }

    public OnnxFile Onnx { get; }

    /// <summary>The largest difference between ONNX Runtime and the model over all heads, relative to the largest value, at least to 1.</summary>
    /// <param name="samples">Start rows.</param>
    public double Worst(long[] samples)
    {
        var told = OnnxSession.Run(Onnx.Content, [.. Given(samples)]);
        var worst = 0.0;
        foreach (var (head, result) in Model.Heads.Zip(told))
        {
            var expected = Predicted(new HeadColumns(head, Model.Bundle.Transforms, Model.Bundle.Thresholds), samples);
            Assert.Equal(expected.Length, result.Values.Length);
            var largest = Math.Max(1, expected.Max(Math.Abs));
            worst = Math.Max(worst, expected.Zip(result.Values, (a, b) => Math.Abs(a - b)).Max() / largest);
        }

        return worst;
    }

    public void Dispose()
    {
        Model.Dispose();
        _scope.Dispose();
        _folder.Dispose();
    }

    /// <summary>The values that stand in the file, for every input of the ONNX file.</summary>
    private IEnumerable<(string Name, OrtValue Value)> Given(long[] samples)
    {
        using var session = OnnxSession.Open(Onnx.Content);
        foreach (var (name, node) in session.InputMetadata)
        {
            var column = Data.Columns[name];
            var fitted = Model.Bundle.Transforms[name];
            var steps = column.WindowLength ?? 1;
            var rows = samples.SelectMany(start => Enumerable.Range(0, steps).Select(step => start + column.WindowOffset + step)).ToArray();
            long[] shape = [samples.Length, .. column.WindowLength is null ? Array.Empty<long>() : [steps]];
            if (node.ElementDataType == TensorElementType.UInt8)
            {
                yield return (name, OnnxSession.Bytes([.. rows.SelectMany(row => Row(column, row).Select(v => column.Values is byte[] ? (byte)v : (byte)Math.Round(255 * v)))], [.. shape, .. column.RowShape]));
            }
            else if (column.Values is long[] && fitted.Type == ColumnType.Text)
            {
                yield return (name, OnnxSession.Value(tensor(rows.SelectMany(row => Row(column, row).Select(v => (long)v)).ToArray()).reshape([.. shape, .. column.RowShape])));
            }
            else if (node.ElementDataType == TensorElementType.Float)
            {
                yield return (name, OnnxSession.Value(tensor(rows.SelectMany(row => Row(column, row).Select(v => (float)v)).ToArray()).reshape([.. shape, .. column.RowShape])));
            }
            else if (node.ElementDataType == TensorElementType.String)
            {
                yield return (name, OnnxSession.Strings([.. rows.Select(row => Text(fitted.Source, row) ?? "")], shape));
            }
            else
            {
                var part = fitted.Steps.OfType<FittedDatePart>().FirstOrDefault();
                yield return (name, OnnxSession.Doubles([.. rows.Select(row => fitted.Type == ColumnType.Date ? Date(Text(fitted.Source, row)!, part) : Number(fitted.Source, row))], shape));
            }
        }
    }

    // What a batch is made of. The pictures of the ready projects are not normalised any further than to 0 … 1.
    private static IEnumerable<double> Row(PreparedColumn column, long row) => Enumerable.Range(0, (int)column.RowSize)
        .Select(i => Convert.ToDouble(column.Values.GetValue((row * column.RowSize) + i), CultureInfo.InvariantCulture));

    private double Number(string source, long row) => _table.Value.Find<NumberColumn>(source)!.Values[Data.SourceRow(row)];

    private string? Text(string source, long row) => _table.Value.Find<TextColumn>(source) is { } texts ? texts[Data.SourceRow(row)]
        : Number(source, row).ToString("R", CultureInfo.InvariantCulture);

    private static double Date(string text, FittedDatePart? part)
    {
        var moment = DateTime.Parse(text, CultureInfo.InvariantCulture);
        return part?.Part switch
        {
            null => (moment - DateTime.UnixEpoch).TotalDays,
            DatePartKind.Month => moment.Month,
            DatePartKind.DayOfWeek => moment.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)moment.DayOfWeek,
            DatePartKind.DayOfYear => moment.DayOfYear,
            _ => moment.Year,
        };
    }

    private double[] Predicted(HeadColumns columns, long[] samples)
    {
        using var noGrad = no_grad();
        using var device = new DeviceData(Model.Analysis.Graph, Data, CPU, targets: false);
        using var feed = device.Feed(samples);
        feed.MoveTo(0, samples.Length);
        var plan = Model.Program.Plan(Model.Heads.Select(head => head.Prediction));
        plan.Run(feed, new ForwardContext(Training: false, samples.Length));
        var prediction = plan[columns.Head.Prediction];
        return [.. columns.Head.Task == TaskKind.LanguageModel
            ? prediction.contiguous().data<float>().ToArray().Select(v => (double)v)
            : columns.Values(prediction).SelectMany(v => v)];
    }

    private void Save(ProjectDocument document)
    {
        manual_seed(5);
        var analysis = GraphAnalyzer.Analyze(document, ProjectData.Schema([Data]));
        Assert.True(analysis.CanTrain, string.Join(' ', analysis.Problems.Select(p => p.Message.Words.En)));
        using var program = TrainingProgram.Compile(analysis.Graph, CPU);
        var none = new Dictionary<string, double>();
        ModelBundle.Save(_folder["bundle"], document, Data.Fitted, program.Weights, new(analysis.Task, 1, 1, 1, RunEnd.Completed, none, none, none, none, new Dictionary<string, string>(), _folder["bundle"]));
    }
}
