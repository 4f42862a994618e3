using System.Text.Json;
using Builder.Datasets.Labels;
using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Scores;
using Builder.Web.Use;
using Builder.Web.Use.Forms;
using Builder.Web.Use.Models;

namespace Builder.Web.Serving.Api;

/// <summary>What is wrong with a value that a program sent.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Field">The field; null where it is the row itself.</param>
/// <param name="Words">What is wrong.</param>
internal sealed record FieldProblem(int Row, string? Field, Localized Words);

/// <summary>Reads rows as JSON: an object for one, an array of objects for many. Fields go by the names of the columns.</summary>
internal static class RowReader
{
    /// <summary>Rows that are taken at a time; more go as a file.</summary>
    public const int MostRows = 10_000;

    private const int MostProblems = 20;

    /// <summary>Reads.</summary>
    /// <param name="body">What was sent.</param>
    /// <param name="model">The model.</param>
    /// <returns>The rows by the names of the inputs, and what is wrong with them; the first few problems.</returns>
    public static (IReadOnlyList<IReadOnlyDictionary<string, Cell>> Rows, IReadOnlyList<FieldProblem> Problems) Read(JsonElement body, UseModel model)
    {
        var many = body.ValueKind == JsonValueKind.Array;
        if (many && body.GetArrayLength() is 0 or > MostRows)
        {
            return ([], [new(1, null, body.GetArrayLength() == 0 ? ServingTexts.NoRows : ServingTexts.TooManyRows(MostRows))]);
        }

        var (inputs, rows, problems) = (InputsOf(model), new List<IReadOnlyDictionary<string, Cell>>(), new List<FieldProblem>());
        foreach (var row in many ? [.. body.EnumerateArray()] : (IReadOnlyList<JsonElement>)[body])
        {
            if (problems.Count >= MostProblems)
            {
                break;
            }

            var number = rows.Count + 1;
            rows.Add(row.ValueKind == JsonValueKind.Object ? ReadRow(row, number, model, inputs, problems) : Nothing(number, problems));
        }

        return (rows, [.. problems.Take(MostProblems)]);
    }

    private static Dictionary<string, Cell> ReadRow(
        JsonElement row, int number, UseModel model, Dictionary<string, InputDescription> inputs, List<FieldProblem> problems)
    {
        var cells = new Dictionary<string, Cell>(StringComparer.Ordinal);
        foreach (var field in row.EnumerateObject())
        {
            if (!inputs.TryGetValue(field.Name, out var input))
            {
                problems.Add(new(number, field.Name, ServingTexts.UnknownField));
            }
            else if (CellOf(input, field.Value) is not { } cell)
            {
                problems.Add(new(number, field.Name, ServingTexts.NoValue));
            }
            else
            {
                cells[input.Name] = cell;
            }
        }

        foreach (var input in model.Description.Inputs)
        {
            var value = cells.GetValueOrDefault(input.Name).Text;
            if (problems.All(p => p.Row != number || p.Field != input.Name) && FieldWords.Fault(input, value) is { } fault)
            {
                problems.Add(new(number, input.Name, string.IsNullOrWhiteSpace(value) ? UseTexts.NeedsValue : fault));
            }
        }

        return cells;
    }

    // By its own name, or by that of the column in the training file.
    private static Dictionary<string, InputDescription> InputsOf(UseModel model)
    {
        var inputs = model.Description.Inputs.ToDictionary(i => i.Name, StringComparer.Ordinal);
        foreach (var input in model.Description.Inputs)
        {
            inputs.TryAdd(model.SourceOf(input.Name), input);
        }

        return inputs;
    }

    private static Cell? CellOf(InputDescription input, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => new Cell(null),
        JsonValueKind.String => FieldCheck.CellOf(input, value.GetString()),
        JsonValueKind.Number => new Cell(value.GetRawText()) { IsNumber = true },
        JsonValueKind.True => new Cell("true"),
        JsonValueKind.False => new Cell("false"),
        JsonValueKind.Array when input.Kind == "labels" && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) =>
            new Cell(LabelText.Join([.. value.EnumerateArray().Select(v => v.GetString()!)], input.Separator)),
        _ => null,
    };

    private static Dictionary<string, Cell> Nothing(int number, List<FieldProblem> problems)
    {
        problems.Add(new(number, null, ServingTexts.NoRow));
        return [];
    }
}
