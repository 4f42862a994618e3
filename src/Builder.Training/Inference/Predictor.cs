using System.Collections.Immutable;
using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Numbers;
using Builder.Datasets.Pictures;
using Builder.Datasets.Preparation;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Protocol.Messages;
using Builder.Training.DataLoading;
using Builder.Training.Layers;
using Builder.Training.Programs;
using static TorchSharp.torch;

namespace Builder.Training.Inference;

/// <summary>Predicts for raw rows or pictures; the target is not needed.</summary>
public static class Predictor
{
    private const long BatchSize = 256;

    /// <summary>Predictions for every sample of a file.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputFile">A table, a picture, or a folder of pictures.</param>
    /// <exception cref="DataException">The file cannot be read, or lacks a column.</exception>
    public static PredictionTable Predict(ModelRunner model, string inputFile)
    {
        var table = DataPreparation.ReadNewRows(model.Bundle.Transforms.WithDateOrders(DataSetOf(model)), inputFile, Inputs(model));
        var (data, refused) = Prepare(model, table, RefusedRows(model, table));
        var heads = Run(model, data);
        var own = new OwnNames();
        string[] names = [.. heads.SelectMany(head => head.Columns.Names, (head, name) => own.Next(head.Columns.Head.Name, name))];
        var rows = Enumerable.Range(0, heads[0].Rows.Count).Select(row => heads.SelectMany(head => head.Columns.Cells(head.Rows[row])).ToArray()).ToList();
        foreach (var row in refused.Select(r => r.Row))
        {
            rows.Insert(row, [.. names.Select(_ => "")]);
        }

        return FilesOf(model, table) is { } files
            ? new([.. names, "file"], [.. rows.Select((cells, row) => (object[])[.. cells, files[row] ?? ""])], UnseenCategory.In(data, table), refused)
            : new([.. names], rows, UnseenCategory.In(data, table), refused);
    }

    /// <summary>The rows as the model reads them, without those that have no prediction: a picture that cannot be read costs its row as a bad cell does.</summary>
    private static (PreparedData Data, ImmutableArray<RefusedRow> Refused) Prepare(ModelRunner model, RawTable table, ImmutableArray<RefusedRow> refused)
    {
        try
        {
            return (Applied(refused), refused);
        }
        catch (DataException problem) when (PictureDecoding.IsOfOne(problem))
        {
            ImmutableArray<RefusedRow> all = [.. refused.Concat(UnreadablePictures(model, table)).GroupBy(r => r.Row).Select(g => g.First()).OrderBy(r => r.Row)];
            if (all.Length == table.RowCount)
            {
                throw;
            }

            return (Applied(all), all);
        }

        PreparedData Applied(ImmutableArray<RefusedRow> left) => DataPreparation.Apply(DataSetOf(model), model.Bundle.Transforms, Without(table, left), Inputs(model));
    }

    private static RawTable Without(RawTable table, ImmutableArray<RefusedRow> refused)
    {
        var left = refused.Select(r => r.Row).ToHashSet();
        return left.Count == 0 || left.Count == table.RowCount ? table : table.Select([.. Enumerable.Range(0, table.RowCount).Where(row => !left.Contains(row))]);
    }

    private static IEnumerable<RefusedRow> UnreadablePictures(ModelRunner model, RawTable table)
    {
        var inputs = Inputs(model);
        return model.Bundle.Transforms.Columns.Where(c => c.Type == ColumnType.Picture && inputs.Contains(c.Name)).DistinctBy(c => c.Source)
            .SelectMany(c => (table.Find<PictureColumn>(c.Source)?.Unreadable() ?? []).Select(p => new RefusedRow(p.Row, null, c.Source, null, NeedsDate: false) { Reason = p.Problem.Reason }));
    }

    // A bad cell costs its row, and so does a gap that the model has not learned to fill. A series cannot do without a row: there the error names the cell.
    private static ImmutableArray<RefusedRow> RefusedRows(ModelRunner model, RawTable table)
    {
        var (dataSet, inputs) = (DataSetOf(model), Inputs(model));
        var read = model.Bundle.Transforms.Columns.Where(c => inputs.Contains(c.Name)).GroupBy(c => (c.Source, c.Type)).ToArray();
        var strange = read.Where(c => c.Key.Type is ColumnType.Number or ColumnType.Date)
            .SelectMany(c => Strange(table, c.Key.Source, c.Key.Type).Select(cell => new RefusedRow(cell.Row, cell.Line, c.Key.Source, cell.Text, c.Key.Type == ColumnType.Date))).Where(r => !GapMarks.Contains(r.Text!));
        var empty = read.Where(c => c.Key.Type is ColumnType.Number or ColumnType.Date or ColumnType.Category or ColumnType.Labels && !c.All(use => use.Steps.Any(s => s is FittedImpute)))
            .SelectMany(c => Gaps(table, c.Key.Source, c.Key.Type).Select(row => new RefusedRow(row, null, c.Key.Source, null, c.Key.Type == ColumnType.Date)));
        return dataSet is not { Source: TableSource, Windows: null } ? [] : [.. strange.Concat(empty).GroupBy(r => r.Row).Select(g => g.First()).OrderBy(r => r.Row)];
    }

    private static IEnumerable<int> Gaps(RawTable table, string column, ColumnType type) =>
        type == ColumnType.Number && table.Find<NumberColumn>(column) is { } numbers ? Enumerable.Range(0, numbers.Count).Where(row => double.IsNaN(numbers.Values[row]))
        : type != ColumnType.Number && table.Find<TextColumn>(column) is { } texts ? Enumerable.Range(0, texts.Count).Where(row => texts[row] is null)
        : [];

    private static ImmutableArray<StrangeCell> Strange(RawTable table, string column, ColumnType type) =>
        (type == ColumnType.Date ? table.Find<TextColumn>(column)?.Dates?.Strange : table.Find<NumberColumn>(column)?.Findings.Strange) ?? [];

    /// <summary>Predictions for rows in memory.</summary>
    /// <exception cref="DataException">The rows cannot be used, or lack a column; or none of their pictures can be read.</exception>
    public static Predictions Predict(ModelRunner model, RawTable rows)
    {
        var (data, refused) = Prepare(model, rows, []);
        var last = (DataSetOf(model).Windows?.Length ?? 1) - 1;
        return new(Run(model, data), [.. data.Test.Select(start => data.SourceRow(start + last))], UnseenCategory.In(data, rows), refused);
    }

    /// <summary>Names of the columns that the model reads.</summary>
    public static IReadOnlyList<string> Inputs(ModelRunner model) =>
    [
        .. model.Analysis.Graph.Nodes.Where(n => n.Kind.Role == Role.Input).SelectMany(n => ColumnBinding.Of(n.Instance!).Columns).Distinct(),
    ];

    /// <summary>The description of the data that the model was trained on.</summary>
    public static DataSet DataSetOf(ModelRunner model) => model.Bundle.Document.Data[model.Bundle.Transforms.DataSetId];

    // Of several pictures people want to know which is which.
    private static TextColumn? FilesOf(ModelRunner model, RawTable table) =>
        DataSetOf(model).Source is PicturesSource or IdxSource && table.RowCount > 1 ? table.Find<TextColumn>("file") : null;

    private static List<HeadPredictions> Run(ModelRunner model, PreparedData data)
    {
        if (model.Heads.Count == 0)
        {
            throw new TrainingException(TrainingMessages.NothingToPredict.With());
        }

        using var onDevice = new DeviceData(model.Analysis.Graph, data, model.Program.Device, targets: false);
        using var feed = onDevice.Feed(data.Test);
        var heads = model.Heads.Select(head => new HeadPredictions(new HeadColumns(head, model.Bundle.Transforms, model.Bundle.Thresholds), [])).ToList();
        var plan = model.Program.Plan(model.Heads.Select(head => head.Prediction));
        using var noGrad = no_grad();
        for (long first = 0; first < feed.Samples; first += BatchSize)
        {
            feed.MoveTo(first, BatchSize);
            PredictBatch(plan, feed, heads);
        }

        return heads;
    }

    private static void PredictBatch(ExecutionPlan plan, BatchLoader feed, List<HeadPredictions> heads)
    {
        using var scope = NewDisposeScope();
        plan.Run(feed, new ForwardContext(Training: false, feed.BatchSize));
        foreach (var head in heads)
        {
            head.Rows.AddRange(head.Columns.Values(plan[head.Columns.Head.Prediction]));
        }
    }
}

/// <summary>What a model tells of some rows.</summary>
/// <param name="Heads">The predictions of each head, for all rows that are not refused.</param>
/// <param name="Rows">For each sample its row, from 0; of a window of rows the last one.</param>
/// <param name="Unseen">Columns in which the model met what it has never seen; its predictions there are worth less.</param>
/// <param name="Refused">Rows that have no prediction, because their picture cannot be read; in their order.</param>
public sealed record Predictions(
    IReadOnlyList<HeadPredictions> Heads, ImmutableArray<int> Rows, ImmutableArray<UnseenCategory> Unseen, ImmutableArray<RefusedRow> Refused);

/// <summary>The predictions of one head for all samples.</summary>
/// <param name="Columns">What the numbers mean.</param>
/// <param name="Rows">For each sample the probabilities of the classes, or the quantities in their units.</param>
public sealed record HeadPredictions(HeadColumns Columns, List<double[]> Rows);
