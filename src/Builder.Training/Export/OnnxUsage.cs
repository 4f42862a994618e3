using System.Globalization;
using System.Text;
using Builder.Datasets.Transforms;
using Builder.Training.Onnx;

namespace Builder.Training.Export;

/// <summary>Lines of Python that load an ONNX file and ask it something. They run as they stand: pip install onnxruntime.</summary>
internal static class OnnxUsage
{
    /// <summary>The lines for a file.</summary>
    public static string Of(string file, OnnxDescription description)
    {
        var lines = new StringBuilder();
        lines.Append("import numpy as np\nimport onnxruntime\n\n");
        lines.Append(CultureInfo.InvariantCulture, $"model = onnxruntime.InferenceSession({Quoted(file)}, providers=[\"CPUExecutionProvider\"])\n");
        lines.Append("given = {\n");
        foreach (var input in description.Inputs)
        {
            lines.Append(CultureInfo.InvariantCulture, $"    {Quoted(input.Name)}: {Example(input, description.ColumnOf(input))}\n");
        }

        lines.Append("}\nfor output, values in zip(model.get_outputs(), model.run(None, given)):\n    print(output.name, values)\n");
        return lines.ToString();
    }

    private static string Example(OnnxInput input, FittedColumn? column)
    {
        // One sample; a sequence as long as those of the training.
        var sizes = string.Join(", ", input.Shape.Select((dim, i) => i == 0 ? "1" : dim.IsKnown || column is null ? dim.ToString() : $"{column.Schema.SampleShape[i - 1]}"));
        var shape = input.Shape.Rank == 1 ? sizes : $"({sizes})";
        if (column is null)
        {
            return $"np.random.standard_normal({shape}).astype(\"float32\"),  # random numbers";
        }

        return input.Element switch
        {
            OnnxElement.String => $"np.full({shape}, {Quoted(column.Schema.ClassNames[0])}, object),  # names",
            OnnxElement.UInt8 => $"np.zeros({shape}, \"uint8\"),  # a picture: channels, rows, columns",
            OnnxElement.Int64 => $"np.zeros({shape}, \"int64\"),  # numbers of tokens",
            OnnxElement.Float => $"np.zeros({shape}, \"float32\"),  # 1 for each label that is there",
            _ => $"np.full({shape}, {Typical(column)}),  # {OneLine(column.Schema.Unit ?? "as in the table")}",
        };
    }

    // What becomes 0, which is the mean where a column is standardised.
    private static string Typical(FittedColumn column) => string.Create(CultureInfo.InvariantCulture, $"{column.ToUnits(0):0.0##}");

    // Names and units come from people: none of them ends a line of the program.
    private static string Quoted(string text) => $"\"{string.Concat(text.Select(c => c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? $"\\x{(int)c:x2}" : $"{c}"))}\"";

    private static string OneLine(string text) => string.Concat(text.Where(c => !char.IsControl(c)));
}
