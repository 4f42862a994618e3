using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
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

        AtomicFile.Write(Path.GetFullPath(file), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private static string ToCsv(PredictionTable table)
    {
        var text = new StringBuilder();
        foreach (var row in table.Rows.Prepend([.. table.Columns]))
        {
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    private static string ToJson(PredictionTable table) => JsonSerializer.Serialize(
        table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second is double d ? Rounded(d) : pair.Second)),
        Json) + "\n";

    private static double Rounded(double value) => double.Parse(value.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Cell(object value)
    {
        var text = value is double number ? number.ToString("G7", CultureInfo.InvariantCulture) : value.ToString()!;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
