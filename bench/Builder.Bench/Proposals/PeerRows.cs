using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;

namespace Builder.Bench.Proposals;

/// <summary>Hands the very rows that a proposed model learns from, and is tested on, to scikit-learn.</summary>
internal static class PeerRows
{
    /// <summary>
    /// Writes values.bin (all rows, [rows, columns] float32: what enters our network as numbers, class numbers of categories behind them),
    /// texts.json (where there is a text column), answers.bin (float64 a row) and parts.bin (a byte a row: 1 learned from, 2 tested). Returns the settings of the script; null for what is no table of rows.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">Where to write.</param>
    public static JsonObject? Write(ProposedModel model, string folder)
    {
        var inputs = model.DataSet.Columns.Where(c => c.Name != model.Target).ToArray();
        if (model.DataSet.Windows is not null || inputs.Any(c => c.Type == ColumnType.Picture))
        {
            return null;
        }

        var embedded = inputs.Where(c => model.Data.Column(c.Name).Element == ElementType.Int64 && c.Type == ColumnType.Category).Select(c => c.Name).ToArray();
        var numbers = inputs.Where(c => c.Type != ColumnType.Text && !embedded.Contains(c.Name)).Select(c => c.Name).ToArray();
        var columns = numbers.Concat(embedded).ToArray();
        var values = columns.Length == 0 ? null : model.Data.Combine(columns);
        var answers = Answers(model.Data.Column(model.Target));
        return new JsonObject
        {
            ["values"] = Place(folder, "values.bin", values is null ? [] : MemoryMarshal.AsBytes<float>((float[])values.Values)),
            ["answers"] = Place(folder, "answers.bin", MemoryMarshal.AsBytes<double>(answers)),
            ["parts"] = Place(folder, "parts.bin", Parts(model.Data, answers.Length)),
            ["texts"] = Texts(model, inputs, folder, answers.Length),
            ["columns"] = values?.RowSize ?? 0, ["categories"] = embedded.Length, ["classes"] = model.Classes,
        };
    }

    private static string Place(string folder, string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Parts(PreparedData data, int rows)
    {
        var parts = new byte[rows];
        Array.ForEach(data.Train, row => parts[row] = 1);
        Array.ForEach(data.Test, row => parts[row] = 2);
        return parts;
    }

    private static double[] Answers(PreparedColumn target) =>
        target.Values is long[] classes ? Array.ConvertAll(classes, c => (double)c) : Array.ConvertAll((float[])target.Values, v => (double)v);

    private static string? Texts(ProposedModel model, DataColumn[] inputs, string folder, int rows)
    {
        if (inputs.FirstOrDefault(c => c.Type == ColumnType.Text) is not { } text || model.Inspection.Table.Find<TextColumn>(text.From ?? text.Name) is not { } column)
        {
            return null;
        }

        var path = Path.Combine(folder, "texts.json");
        var texts = Enumerable.Range(0, rows).Select(row => column.Codes[model.Data.SourceRow(row)]).Select(code => code < 0 ? "" : column.Entries[code]);
        File.WriteAllText(path, JsonSerializer.Serialize(texts));
        return path;
    }
}
