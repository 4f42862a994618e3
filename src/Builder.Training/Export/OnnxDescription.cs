using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Builder.Datasets.Transforms;
using Builder.Graph.Analysis;
using Builder.Training.Inference;
using Builder.Training.Onnx;

namespace Builder.Training.Export;

/// <summary>What an ONNX file says about itself, for programs.</summary>
/// <param name="model">The model.</param>
/// <param name="inputs">What has to be given.</param>
/// <param name="columns">Which input is which column.</param>
/// <param name="noises">Which input is random numbers, with its block.</param>
/// <param name="outputs">What it tells.</param>
internal sealed class OnnxDescription(
    ModelRunner model,
    IReadOnlyList<OnnxInput> inputs,
    (string Input, FittedColumn Column)[] columns,
    List<(string Input, FlatNode Node)> noises,
    OnnxOutput[] outputs)
{
    private const int Format = 1;

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What has to be given.</summary>
    public IReadOnlyList<OnnxInput> Inputs => inputs;

    /// <summary>The column that an input is; null for random numbers.</summary>
    public FittedColumn? ColumnOf(OnnxInput input) => columns.FirstOrDefault(c => c.Input == input.Name).Column;

    /// <summary>
    /// "builder.model": inputs and outputs as JSON. "builder.transforms": what was learned from the training rows about their columns, in the form of
    /// a bundle's transforms.json, vocabularies included.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> Properties
    {
        get
        {
            var described = new
            {
                format = Format,
                name = model.Bundle.Document.Name,
                task = model.Task,
                inputs = inputs.Select(Described),
                outputs = outputs.Select(Described),
            };
            var used = columns.Select(c => c.Column.Name).Concat(outputs.SelectMany(o => o.Head.Binding?.Columns ?? [])).ToHashSet(StringComparer.Ordinal);
            var transforms = model.Bundle.Transforms with { Columns = [.. model.Bundle.Transforms.Columns.Where(c => used.Contains(c.Name))] };
            return
            [
                KeyValuePair.Create("builder.model", JsonSerializer.Serialize(described, s_json)),
                KeyValuePair.Create("builder.transforms", Encoding.UTF8.GetString(transforms.ToJson())),
            ];
        }
    }

    private Dictionary<string, object?> Described(OnnxInput input)
    {
        var said = new Dictionary<string, object?> { ["name"] = input.Name };
        if (noises.FirstOrDefault(n => n.Input == input.Name).Node is { } noise)
        {
            said["random"] = noise.Instance!.Text("distribution");
        }
        else if (ColumnOf(input) is { } column)
        {
            said["column"] = column.Source;
            said["type"] = column.Type;
            AddIf(said, "unit", column.Schema.Unit);
            AddIf(said, "classes", column.Schema.ClassNames.IsEmpty ? null : column.Schema.ClassNames);
            AddIf(said, "length", input.Shape.Skip(1).Any(dim => !dim.IsKnown) ? column.Schema.SampleShape[0] : null);
        }

        return said;
    }

    private static Dictionary<string, object?> Described(OnnxOutput output)
    {
        var said = new Dictionary<string, object?> { ["name"] = output.Name, ["task"] = output.Head.Task };
        if (output.Columns is not { } head)
        {
            return said;
        }

        AddIf(said, "classes", head.IsClass ? head.Labels[0].Classes : head.IsMultiLabel ? head.LabelNames : null);
        AddIf(said, "labels", head.Labels.Length > 1 ? head.Labels.Select(label => new { name = label.Name, classes = label.Classes }) : null);
        AddIf(said, "thresholds", head.IsMultiLabel ? head.Decision.Labels : null);
        AddIf(said, "threshold", head.Decision.Binary is { } two ? new { @class = two.Class, probability = two.Threshold } : null);
        AddIf(said, "quantities", head.IsClass || head.IsMultiLabel ? null : head.Quantities.Select(q => new { name = q.Name, unit = q.Unit }));
        return said;
    }

    private static void AddIf(Dictionary<string, object?> said, string name, object? value)
    {
        if (value is not null)
        {
            said[name] = value;
        }
    }
}
