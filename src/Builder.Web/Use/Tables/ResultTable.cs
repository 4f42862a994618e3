using System.Text;
using Builder.Datasets.Csv;
using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;

namespace Builder.Web.Use.Tables;

/// <summary>What became of a file.</summary>
/// <param name="File">The result, to download.</param>
/// <param name="Rows">Rows of the file, or pictures in it.</param>
/// <param name="Predicted">Those that have a prediction.</param>
/// <param name="Remarks">Those that have none, with the reason; the first few.</param>
/// <param name="Unseen">Columns in which the model met what it has never seen.</param>
/// <param name="Header">Columns of <paramref name="Preview"/>.</param>
/// <param name="Preview">The first rows with their predictions.</param>
public sealed record TableResult(
    UseFile File, int Rows, int Predicted, IReadOnlyList<(int Row, Localized Words)> Remarks, IReadOnlyList<UnseenValue> Unseen,
    IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string?>> Preview)
{
    /// <summary>How well the predictions agree with what the file itself says; none where it does not hold what is predicted.</summary>
    public IReadOnlyList<FileScore> Scores { get; init; } = [];
}

/// <summary>A table of what was given and, beside it, what a model has told of it.</summary>
/// <param name="model">The model.</param>
/// <param name="names">The columns of what was given.</param>
/// <param name="cells">What was given in a row, from 0.</param>
/// <param name="rows">How many rows there are.</param>
internal sealed class ResultTable(UseModel model, IReadOnlyList<string> names, Func<int, IEnumerable<string?>> cells, int rows)
{
    private const int PreviewRows = 8;
    private const int MostRemarks = 5;

    private readonly OutputColumns _outputs = new(model.Description, names);

    /// <summary>Writes it into a file to download.</summary>
    public TableResult Write(UseFiles files, UseFile given, Answers answers)
    {
        var header = names.Concat(_outputs.Names).ToList();
        var result = files.Reserve(model.ProjectId, Path.GetFileNameWithoutExtension(given.Name) + "-predicted.csv");
        using (var writer = new StreamWriter(result.Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" })
        {
            writer.WriteLine(CsvWriter.Line(header));
            for (var row = 0; row < rows; row++)
            {
                writer.WriteLine(CsvWriter.Line(Fields(row, answers)));
            }
        }

        return new(
            result, rows, answers.Predicted, [.. answers.Remarks.Take(MostRemarks)], answers.Unseen, header,
            [.. Enumerable.Range(0, Math.Min(PreviewRows, rows)).Select(row => (IReadOnlyList<string?>)[.. Fields(row, answers)])]);
    }

    private IEnumerable<string?> Fields(int row, Answers answers) => cells(row).Concat(_outputs.Fields(answers[row]));
}
