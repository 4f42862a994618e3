using Builder.Datasets;
using Builder.Datasets.Labels;
using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Pictures;
using Builder.Web.Scores;
using Builder.Web.Use.Answers;
using Builder.Web.Use.Forms;

namespace Builder.Web.Serving.Page;

/// <summary>What a visitor has filled in.</summary>
/// <param name="Values">The values as typed, by the names of the inputs; null for an empty one.</param>
/// <param name="Row">The case as it is sent to the model; null where it cannot be asked.</param>
/// <param name="Problem">Why it cannot be asked; null where it can, or where values are simply not there yet.</param>
/// <param name="Doubts">Why an answer deserves less trust.</param>
public sealed record VisitorQuestion(
    IReadOnlyDictionary<string, string?> Values, IReadOnlyDictionary<string, Cell>? Row, Localized? Problem, IReadOnlyList<Localized> Doubts)
{
    /// <summary>Characters that a value may have: far more than anybody types.</summary>
    private const int LongestValue = 200_000;

    /// <summary>The name of an input's field in the form: its place, because names of columns may be anything.</summary>
    public static string FieldOf(int input) => FormattableString.Invariant($"f{input}");

    /// <summary>What stands in the form before anybody has filled in anything.</summary>
    public static VisitorQuestion First(ServedModel served) => new(
        served.Model.Inputs.ToDictionary(i => i.Name, i => i.Kind == "picture" ? null : i.Typical ?? (i.Categories is { Count: > 0 } categories ? categories[0] : null), StringComparer.Ordinal),
        null, null, []);

    /// <summary>Reads a form that was sent.</summary>
    /// <param name="form">The form.</param>
    /// <param name="served">The model.</param>
    /// <param name="pictures">Opens pictures.</param>
    /// <param name="folder">Where pictures lie until the model has answered.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<VisitorQuestion> ReadAsync(IFormCollection form, ServedModel served, PictureClient pictures, string folder, CancellationToken ct)
    {
        var inputs = served.Model.Inputs;
        var (values, cells, doubts) = (new Dictionary<string, string?>(StringComparer.Ordinal), new Dictionary<string, Cell>(StringComparer.Ordinal), new List<Localized>());
        try
        {
            for (var i = 0; i < inputs.Count; i++)
            {
                if (inputs[i].Kind == "picture")
                {
                    var picture = await VisitorPicture.TakeAsync(form.Files[FieldOf(i)], served.Model.Picture, pictures, Path.Combine(folder, FieldOf(i)), ct);
                    cells[inputs[i].Name] = picture?.Path;
                    doubts.AddRange(picture?.Doubt is { } doubt ? [doubt] : Array.Empty<Localized>());
                }
                else
                {
                    values[inputs[i].Name] = ValueOf(form, i, inputs[i]);
                    cells[inputs[i].Name] = FieldCheck.CellOf(inputs[i], values[inputs[i].Name]);
                }
            }
        }
        catch (DataException unreadable)
        {
            return new(values, null, unreadable.Words, []);
        }

        var isWhole = inputs.All(i => i.Kind == "picture" ? cells[i.Name].Text is not null || i.MayBeMissing : FieldWords.Fault(i, values[i.Name]) is null);
        return new(values, isWhole ? cells : null, null, [.. doubts, .. AnswerDoubts.Of([.. inputs.Where(i => i.Kind != "picture")], [values])]);
    }

    // Labels are ticked one by one; where none is ticked the form says nothing of them.
    private static string? ValueOf(IFormCollection form, int place, InputDescription input)
    {
        var sent = form[FieldOf(place)];
        if (FieldWords.IsOfTicks(input))
        {
            return sent.Count == 0 && input.MayBeMissing ? null : LabelText.Join([.. sent.OfType<string>()], input.Separator);
        }

        return sent is [{ } value] && !string.IsNullOrWhiteSpace(value) ? value[..Math.Min(value.Length, LongestValue)] : null;
    }
}
