using Builder.Datasets.Csv;
using Builder.Datasets.Labels;
using Builder.Graph.Metrics;
using Builder.Protocol;

namespace Builder.Web.Use.Tables;

/// <summary>The columns that predictions add to a table.</summary>
internal sealed class OutputColumns
{
    private const int MostProbabilities = 30;
    private const int Digits = 6;
    private readonly ModelDescription _model;

    /// <summary>The columns of a model's predictions.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Names that the table has already, maybe from a prediction before this one.</param>
    public OutputColumns(ModelDescription model, params IEnumerable<string> table)
    {
        _model = model;
        var own = new OwnNames(table);
        Names = [.. model.Outputs.SelectMany(NamesOf, (output, name) => own.Next(output.Name, name))];
    }

    public IReadOnlyList<string> Names { get; }

    public IEnumerable<string?> Fields(IReadOnlyList<PredictedOutput>? outputs) => outputs is null
        ? Names.Select(_ => (string?)null)
        : _model.Outputs.Zip(outputs, FieldsOf).SelectMany(fields => fields);

    private static IEnumerable<string> NamesOf(OutputDescription output) => output.Classes.Count == 0
        ? [output.Unit is { Length: > 0 } unit ? $"predicted {output.Name} ({unit})" : $"predicted {output.Name}"]
        : output.Task == TaskKind.MultiLabel ? [$"predicted {output.Name}", .. Listed(output).Select(c => $"p({c})")]
        : [$"predicted {output.Name}", "probability", .. Listed(output).Select(c => $"p({c})")];

    private static IEnumerable<string?> FieldsOf(OutputDescription output, PredictedOutput predicted)
    {
        if (output.Classes.Count == 0)
        {
            return [CsvWriter.Number(predicted.Value, Digits)];
        }

        var byClass = predicted.Probabilities?.ToDictionary(p => p.Class, p => p.Probability, StringComparer.Ordinal) ?? [];
        var each = Listed(output).Select(c => byClass.TryGetValue(c, out var p) ? CsvWriter.Number(p, Digits) : "");
        return predicted.Labels is { } labels ? [LabelText.Join(labels, output.Separator), .. each] : [predicted.Class, CsvWriter.Number(predicted.Probability, Digits), .. each];
    }

    private static IEnumerable<string> Listed(OutputDescription output) => output.Classes.Count <= MostProbabilities ? output.Classes : [];
}
