using System.Text;
using Builder.Datasets;
using Builder.Datasets.Csv;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;

namespace Builder.Web.Use.Tables;

/// <summary>What became of a file.</summary>
/// <param name="File">The result, to download.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Predicted">Rows that have a prediction.</param>
/// <param name="Remarks">Rows that have none, with the reason; the first few.</param>
/// <param name="Unseen">Columns in which the model met what it has never seen.</param>
/// <param name="Header">Columns of <paramref name="Preview"/>.</param>
/// <param name="Preview">The first rows with their predictions.</param>
public sealed record TableResult(
    UseFile File, int Rows, int Predicted, IReadOnlyList<(int Row, Localized Words)> Remarks, IReadOnlyList<UnseenValue> Unseen,
    IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string?>> Preview);

/// <summary>Predicts for every row of a file and writes a file with the predictions beside what was given.</summary>
public sealed class TablePrediction(ModelPool models, UseFiles files)
{
    private const int Chunk = 500;
    private const int MostFailures = 100;
    private const int PreviewRows = 8;
    private const int MostRemarks = 5;

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

        return await Task.Run(() => Write(model, table, file, answers), ct);
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
        for (var first = 0; first < given.Count; first += Chunk)
        {
            var count = Math.Min(Chunk, given.Count - first);
            failures += await HalvesAsync(model, given, first, count, answers, MostFailures - failures, ct);
            progress?.Report((double)(first + count) / given.Count);
        }
    }

    // One row that cannot be used must not cost the others: a part that fails is halved until the row is found.
    private async Task<int> HalvesAsync(UseModel model, SentRows given, int first, int count, Answers answers, int patience, CancellationToken ct)
    {
        try
        {
            var rows = Enumerable.Range(first, count).Select(given.Row).ToList();
            var answer = await models.AskAsync(model.ProjectId, model.Run.Bundle, id => new RunnerCommand.Predict(id, rows), ct);
            answers.Add(answer, first);
            return 0;
        }
        catch (ModelException failure) when (failure.Code is not (ModelException.ProcessGone or ModelException.NotAsked or "TooSlow" or "NoRunner"))
        {
            if (patience <= 1)
            {
                throw;
            }

            if (count == 1)
            {
                answers.Refuse(first, failure.Words);
                return 1;
            }

            var half = count / 2;
            var failures = await HalvesAsync(model, given, first, half, answers, patience, ct);
            return failures + await HalvesAsync(model, given, first + half, count - half, answers, patience - failures, ct);
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

    private TableResult Write(UseModel model, TextTable table, UseFile given, Answers answers)
    {
        var outputs = new OutputColumns(model.Description, table.Names);
        var header = table.Names.Concat(outputs.Names).ToList();
        var result = files.Reserve(model.ProjectId, Path.GetFileNameWithoutExtension(given.Name) + "-predicted.csv");
        using (var writer = new StreamWriter(result.Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" })
        {
            writer.WriteLine(CsvWriter.Line(header));
            for (var row = 0; row < table.Count; row++)
            {
                writer.WriteLine(CsvWriter.Line(Fields(table, row, outputs, answers[row])));
            }
        }

        return new(
            result, table.Count, answers.Predicted, [.. answers.Remarks.Take(MostRemarks)], answers.Unseen, header,
            [.. Enumerable.Range(0, Math.Min(PreviewRows, table.Count)).Select(row => (IReadOnlyList<string?>)[.. Fields(table, row, outputs, answers[row])])]);
    }

    private static IEnumerable<string?> Fields(TextTable table, int row, OutputColumns outputs, IReadOnlyList<PredictedOutput>? answer) =>
        table.Columns.Select(c => c[row]).Concat(outputs.Fields(answer));
}
