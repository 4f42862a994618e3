using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Builder.Datasets.Csv;
using Builder.Protocol.Messages;
using Builder.Training.Formats;
using Builder.Training.Inference;

namespace Builder.Runner.Console;

/// <summary>Writes predictions to the console or, whole or not at all, to a file.</summary>
public static class PredictionOutput
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const int Digits = 7;

    /// <summary>Writes a table: JSON where the file's name ends so, otherwise CSV.</summary>
    public static void Table(PredictionTable table, string? file) =>
        Text(file?.EndsWith(".json", StringComparison.OrdinalIgnoreCase) == true ? ToJson(table) : ToCsv(table), file);

    /// <summary>Writes a text.</summary>
    public static void Text(string text, string? file)
    {
        if (file is null)
        {
            System.Console.Out.WriteLine(text.TrimEnd('\n'));
            return;
        }

        try
        {
            SavedFile.Write(Path.GetFullPath(file), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }
        catch (CheckpointException cause) when (cause.Code == TrainingMessages.CheckpointNotWritten.Code)
        {
            throw new UsageException(new(
                $"“{file}” cannot be written: there is no permission. Name another place with --output.",
                $"无法写入“{file}”：没有写入权限。请用 --output 指定其他位置。"));
        }
    }

    /// <summary>Makes sure that a file can be written, before anything is computed for it; null for the console.</summary>
    /// <param name="file">The file.</param>
    /// <param name="option">The option that names it.</param>
    /// <exception cref="UsageException">Its folder does not exist, or it is a folder itself.</exception>
    public static void CheckFile(string? file, string option = "--output")
    {
        if (file is null)
        {
            return;
        }

        if (Directory.Exists(file))
        {
            throw new UsageException(new(
                $"“{file}” is a folder. Name a file in it with {option}.", $"“{file}”是文件夹。请用 {option} 指定其中的一个文件。"));
        }

        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
        {
            throw new UsageException(new(
                $"“{file}” cannot be written: the folder “{folder}” does not exist. Make it first, or name another place with {option}.",
                $"无法写入“{file}”：文件夹“{folder}”不存在。请先创建它，或用 {option} 指定其他位置。"));
        }
    }

    /// <summary>Makes a folder for pictures where there is none.</summary>
    /// <exception cref="UsageException">It cannot be made.</exception>
    public static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(new(
                $"The folder “{folder}” cannot be made: its name is taken by a file, or there is no permission. Name another folder with --output.",
                $"无法创建文件夹“{folder}”：该名称已被文件占用，或没有写入权限。请用 --output 指定其他文件夹。"));
        }
    }

    private static string ToCsv(PredictionTable table) =>
        string.Concat(table.Rows.Prepend([.. table.Columns]).Select(row => CsvWriter.Line(row.Select(Cell)) + "\n"));

    private static string ToJson(PredictionTable table) => JsonSerializer.Serialize(
        table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second switch
        {
            double number => Rounded(number),
            LabelList labels => labels.Labels,
            var other => other,
        })),
        Json) + "\n";

    private static double Rounded(double value) => double.Parse(CsvWriter.Number(value, Digits), CultureInfo.InvariantCulture);

    private static string Cell(object value) => value is double number ? CsvWriter.Number(number, Digits) : value.ToString()!;
}
