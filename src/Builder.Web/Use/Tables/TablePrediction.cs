using Builder.Datasets;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;

namespace Builder.Web.Use.Tables;

/// <summary>Predicts for every row of a file and writes a file with the predictions beside what was given.</summary>
public sealed class TablePrediction(ModelPool models, UseFiles files)
{
    private const int Chunk = 500;
    private const int MostFailures = 100;

    /// <summary>Predicts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="file">The table.</param>
    /// <param name="progress">Is told the share that is done.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DataException">The file cannot be read.</exception>
    /// <exception cref="ModelException">The file has nothing that the model can use, or the model cannot answer.</exception>
    public async Task<TableResult> PredictAsync(UseModel model, UseFile file, IProgress<double>? progress = null, CancellationToken ct = default)
    {
        var names = model.Description.Inputs.SelectMany(i => (string[])[i.Name, model.SourceOf(i.Name)]).ToHashSet(StringComparer.Ordinal);
        var table = await Task.Run(() => Named(file, () => TextTable.Read(file.Path, model.Data?.Source as TableSource, names, ct)), ct);
        CheckColumns(model, table, file.Name);
        var values = await Task.Run(() => Named(file, () => SentValues.Read(model, file.Path, ct)), ct);
        var rows = new SentRows(model, table, values?.RowCount == table.Count ? values : null);
        var answers = new Answers(table.Count);
        if (model.Description.WindowLength is { } length)
        {
            await SeriesAsync(model, rows, length, answers, ct);
        }
        else
        {
            await RowsAsync(model, rows, answers, progress, ct);
        }

        var result = new ResultTable(model, table.Names, row => table.Columns.Select(c => c[row]), table.Count);
        return await Task.Run(() => result.Write(files, file, answers) with { Scores = FileScore.Of(model, table, answers) }, ct);
    }

    private static T Named<T>(UseFile file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DataException problem)
        {
            // It lies here under a name that nobody outside knows.
            throw problem.Naming(file.Name);
        }
    }

    private static readonly MessageTemplate MissingColumnsWords = new(
        "MissingColumns",
        "“{file}” lacks columns that the model reads: {names}. It has: {known}. The first line must hold the columns' names.",
        "“{file}”缺少模型需要读取的列：{names}。文件中的列有：{known}。第一行必须是列名。");

    private static void CheckColumns(UseModel model, TextTable table, string file)
    {
        var inputs = model.Description.Inputs;
        var missing = inputs.Where(i => !table.Has(i.Name) && !table.Has(model.SourceOf(i.Name))).ToList();

        // A model that can do without a value can do without its column, but a file that has none of them is not meant for this model.
        if (missing.Any(i => !i.MayBeMissing) || (missing.Count > 0 && missing.Count == inputs.Count))
        {
            var names = missing.Select(i => model.SourceOf(i.Name)).ToList();
            throw new ModelException(MissingColumnsWords.With(
                ("file", file), ("names", MessageArgument.List(names)), ("known", MessageArgument.List(table.Names.Take(20)))));
        }
    }

    private async Task RowsAsync(UseModel model, SentRows given, Answers answers, IProgress<double>? progress, CancellationToken ct)
    {
        var failures = 0;
        var halving = new Halving((first, count) =>
        {
            var rows = Enumerable.Range(first, count).Select(given.Row).ToList();
            return models.AskAsync(model.ProjectId, model.Run.Bundle, id => new RunnerCommand.Predict(id, rows), ct);
        }, answers);
        for (var first = 0; first < given.Count; first += Chunk)
        {
            var count = Math.Min(Chunk, given.Count - first);
            failures += await halving.AskAsync(first, count, MostFailures - failures);
            progress?.Report((double)(first + count) / given.Count);
        }
    }

    // A prediction of a series stands beside the last row that it has seen, wherever the file has that row; rows at which no window ends have none.
    private async Task SeriesAsync(UseModel model, SentRows given, int length, Answers answers, CancellationToken ct)
    {
        var rows = Enumerable.Range(0, given.Count).Select(given.Row).ToList();
        var answer = await models.AskAsync(model.ProjectId, model.Run.Bundle, id => new RunnerCommand.Predict(id, rows), ct);
        answers.Add(answer, 0);
        for (var i = 0; i < given.Count; i++)
        {
            if (answers[i] is null)
            {
                answers.Refuse(i, new(
                    $"Too few rows before it: one prediction takes {length} rows that follow each other.", $"前面的行数不足：一次预测需要连续的 {length} 行。"));
            }
        }
    }
}
