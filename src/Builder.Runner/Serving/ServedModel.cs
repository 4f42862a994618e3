using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Files;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Runner.Console;
using Builder.Training;
using Builder.Training.Explanations;
using Builder.Training.Export;
using Builder.Training.Formats;
using Builder.Training.Inference;
using Builder.Training.Metrics;
using static TorchSharp.torch;

namespace Builder.Runner.Serving;

/// <summary>A loaded model that answers commands.</summary>
public sealed class ServedModel : IDisposable
{
    private const int MostRows = 10_000;
    private const int MostPictures = 256;
    private const int MostTokens = 4_000;
    private const int MostProbabilities = 50;

    // Whoever asks why waits a few seconds.
    private static readonly TimeSpan ExplanationBudget = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestVariation = 3 * ExplanationBudget;

    private readonly ModelRunner _model;
    private readonly TextGenerator? _writer;
    private readonly Head? _painter;
    private (string Project, string Folder, BackgroundRows Rows)? _background;

    /// <summary>Serves a model, which it then owns.</summary>
    public ServedModel(ModelRunner model)
    {
        _model = model;
        _writer = model.Heads.FirstOrDefault(h => TextGenerator.CanWrite(model.Program, h)) is { } head
            ? new TextGenerator(model.Program, head, model.Bundle.Transforms) : null;
        _painter = model.Heads.FirstOrDefault(h => PictureGenerator.CanGenerate(model.Program, h));
        Description = ModelDescriber.Describe(model, _writer is not null ? "text" : _painter is not null ? "pictures" : null);
    }

    /// <summary>What it takes and gives.</summary>
    public ModelDescription Description { get; }

    /// <summary>Predicts for rows or picture files.</summary>
    /// <exception cref="UsageException">The command does not fit the model.</exception>
    /// <exception cref="Builder.Datasets.DataException">A row or picture cannot be used.</exception>
    public RunEvent.Prediction Predict(RunnerCommand.Predict order)
    {
        if (Description.Generates is not null)
        {
            throw UsageException.Because(RunnerMessages.ModelGenerates.With());
        }

        using var scope = NewDisposeScope();
        var predictions = Predictor.Predict(_model, Table(order));
        var heads = predictions.Heads.Where(h => h.Columns.Head.OutputActivation != OutputActivation.Picture).ToList();
        var count = heads.Count == 0 ? 0 : heads[0].Rows.Count;
        var rows = Enumerable.Range(0, count).Select(row => new PredictedRow([.. heads.SelectMany(h => Outputs(h, row))])
        {
            // Where pictures are refused, those that are not stand in their order; a place is told where that is not so.
            Row = predictions.Refused.IsEmpty && predictions.Rows[row] != row ? predictions.Rows[row] : null,
        }).ToList();
        foreach (var refused in heads.Count == 0 ? [] : predictions.Refused)
        {
            rows.Insert(refused.Row, new PredictedRow([]) { Refused = refused.Reason });
        }

        return new(order.Id, rows, null, null, 0, UnseenValues.Of(predictions.Unseen));
    }

    /// <summary>Says why it predicts what it does for a row. The rows that it is compared with are read once.</summary>
    /// <param name="order">Which row.</param>
    /// <param name="leave">Ends the work soon.</param>
    /// <exception cref="UsageException">The command does not fit the model.</exception>
    /// <exception cref="TrainingException">It cannot be said of this model, or its data have changed.</exception>
    /// <exception cref="Builder.Datasets.DataException">The row cannot be used, or the data cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was told to end.</exception>
    public PredictionExplanation Explain(RunnerCommand.Explain order, CancellationToken leave)
    {
        CheckKnown(order.Row.Keys);
        var row = Table([order.Row]);
        return new PredictionExplainer(_model, Background(order.Project, order.Folder, leave)).Explain(row, order.Output, order.Class, ExplanationBudget, leave);
    }

    /// <summary>Says what it would predict for a row if a column held something else. The other rows are read once.</summary>
    /// <inheritdoc cref="Explain"/>
    public ColumnDependence Vary(RunnerCommand.VaryColumn order, CancellationToken leave)
    {
        CheckKnown(order.Row.Keys.Append(order.Column));
        var input = Description.Inputs.FirstOrDefault(i => i.Name == order.Column);
        var values = input is null ? [] : VariedValues.Of(input, order.Row.GetValueOrDefault(order.Column));
        if (values.Count == 0)
        {
            throw UsageException.Because(RunnerMessages.ColumnNotVaried.With(("name", order.Column)));
        }

        var rows = Table([order.Row, .. values.Select(value => new Dictionary<string, Cell>(order.Row) { [order.Column] = value })]);
        return new ColumnVariation(_model, Background(order.Project, order.Folder, leave)).Vary(rows, input!, values, order.Output, order.Class, LongestVariation, leave);
    }

    /// <summary>Writes the model as an ONNX file.</summary>
    /// <exception cref="TrainingException">It cannot be written so.</exception>
    /// <exception cref="CheckpointException">The disk is full or cannot be written.</exception>
    public RunEvent.Exported Export(RunnerCommand.ExportOnnx order)
    {
        var written = OnnxExport.Write(_model, order.Name);
        SavedFile.Write(order.File, stream => stream.Write(written.Content));
        return new(order.Id, written.Usage);
    }

    /// <summary>Generates text or pictures.</summary>
    /// <exception cref="UsageException">The command does not fit the model.</exception>
    public RunEvent.Prediction Generate(RunnerCommand.Generate order)
    {
        if (_writer is not null)
        {
            var options = new SamplingOptions(Math.Clamp(order.Count ?? 400, 1, MostTokens), order.Temperature, order.TopK, order.Seed);
            return new(order.Id, null, _writer.Continue(order.Prompt ?? "", options), null, 0);
        }

        return _painter is not null
            ? new(order.Id, null, null, Paint(_painter, order), 0)
            : throw UsageException.Because(RunnerMessages.ModelPredicts.With());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _background?.Rows.Dispose();
        _model.Dispose();
    }

    private BackgroundRows Background(string project, string folder, CancellationToken leave)
    {
        if (_background is not { } known || (known.Project, known.Folder) != (project, folder))
        {
            _background?.Rows.Dispose();
            _background = null;
            _background = known = (project, folder, BackgroundRows.Read(_model, new RunFolder(Path.GetFullPath(folder)), Path.GetFullPath(project), leave));
        }

        return known.Rows;
    }

    private void CheckKnown(IEnumerable<string> columns)
    {
        if (columns.FirstOrDefault(name => !IsRead(name)) is { } unknown)
        {
            throw UsageException.Because(RunnerMessages.ExplanationUnknownColumn.With(
                ("name", unknown), ("known", MessageArgument.List(Description.Inputs.Take(MostProbabilities).Select(i => i.Name)))));
        }
    }

    private bool IsRead(string name) =>
        Predictor.Inputs(_model).Any(input => input == name || _model.Bundle.Transforms[input].Source == name);

    private string[] Paint(Head head, RunnerCommand.Generate order)
    {
        var folder = order.Folder ?? throw UsageException.Because(RunnerMessages.NoPictureFolder.With());
        Directory.CreateDirectory(folder);
        using var scope = NewDisposeScope();
        var pictures = PictureGenerator.Generate(_model.Program, head, Math.Clamp(order.Count ?? 16, 1, MostPictures), order.Seed);
        return [.. Enumerable.Range(0, (int)pictures.shape[0]).Select(i =>
        {
            var path = Path.Combine(folder, $"{order.Seed}-{i + 1:D3}.png");
            PictureGenerator.WritePng(pictures.select(0, i), path);
            return path;
        })];
    }

    private RawTable Table(RunnerCommand.Predict order)
    {
        var (fitted, inputs) = (_model.Bundle.Transforms, Predictor.Inputs(_model));
        if ((order.Files?.Count ?? order.Rows?.Count ?? 0) is 0 or > MostRows)
        {
            throw UsageException.Because(RunnerMessages.RowsAtATime.With(("mostRows", MostRows)));
        }

        if (order.Files is { } files)
        {
            return inputs is [var only] && Description.Inputs is [{ Kind: "picture" }]
                ? GivenRows.Pictures("", fitted[only], files)
                : throw UsageException.Because(RunnerMessages.NeedsRows.With());
        }

        return Table(order.Rows!);
    }

    private RawTable Table(IReadOnlyList<IReadOnlyDictionary<string, Cell>> rows)
    {
        CheckComplete(rows);
        var (dataSet, fitted) = (Predictor.DataSetOf(_model), _model.Bundle.Transforms);
        return GivenRows.Table("", dataSet, fitted, Predictor.Inputs(_model), [.. rows.Select(row => row.ToDictionary(
            cell => cell.Key, cell => cell.Value.IsNumber ? cell.Value.Text : GivenRows.Plain(dataSet, fitted, cell.Key, cell.Value.Text)))]);
    }

    private void CheckComplete(IReadOnlyList<IReadOnlyDictionary<string, Cell>> rows)
    {
        foreach (var input in Description.Inputs.Where(i => !i.MayBeMissing))
        {
            for (var row = 0; row < rows.Count; row++)
            {
                if (string.IsNullOrWhiteSpace(rows[row].GetValueOrDefault(input.Name).Text))
                {
                    throw Missing(input.Name, rows.Count > 1 ? row + 1 : null);
                }
            }
        }
    }

    private static UsageException Missing(string name, int? row) => UsageException.Because(row is { } number
        ? RunnerMessages.ValueOfRowMissing.With(("row", number), ("name", name))
        : RunnerMessages.ValueMissing.With(("name", name)));

    private static IEnumerable<PredictedOutput> Outputs(HeadPredictions head, int row)
    {
        var (columns, values) = (head.Columns, head.Rows[row]);
        if (columns.IsMultiLabel)
        {
            return [new PredictedOutput(columns.Head.Name, null, null, Likeliest(values, columns.LabelNames), null, null) { Labels = columns.Given(values) }];
        }

        if (!columns.IsClass)
        {
            return columns.Quantities.Zip(values, (q, value) =>
                new PredictedOutput(q.Name, null, null, null, double.IsFinite(value) ? value : null, q.Unit));
        }

        return columns.Labels.Select((label, i) => Output(label, columns.Of(values, i), columns.Decision.Binary));
    }

    private static PredictedOutput Output(ClassLabel label, ArraySegment<double> probabilities, ClassDecision? decision)
    {
        var told = ClassDecision.Of(decision, probabilities);
        return new(label.Name, label.ClassName(told), Finite(probabilities[told]), Likeliest(probabilities, [.. probabilities.Select((_, i) => label.ClassName(i))]), null, null);
    }

    private static List<ClassProbability> Likeliest(IEnumerable<double> probabilities, IReadOnlyList<string> names) =>
        [.. probabilities.Select((p, i) => new ClassProbability(names[i], Finite(p))).OrderByDescending(p => p.Probability).Take(MostProbabilities)];

    private static double Finite(double probability) => double.IsFinite(probability) ? probability : 0;
}
