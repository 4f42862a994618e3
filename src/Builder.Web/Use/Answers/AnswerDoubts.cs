using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Scores;

namespace Builder.Web.Use.Answers;

/// <summary>Why an answer deserves less trust: values that the model has not learned from, and gaps that were filled.</summary>
public static class AnswerDoubts
{
    private const int MostTold = 3;

    /// <summary>The doubts in words, the gravest first; none where all values are of the kind that the model has learned from.</summary>
    /// <param name="inputs">What the model reads.</param>
    /// <param name="rows">What is given for it, by the name of the input; null for an empty value.</param>
    public static IReadOnlyList<Localized> Of(IReadOnlyList<InputDescription> inputs, IReadOnlyList<IReadOnlyDictionary<string, string?>> rows)
    {
        var outside = inputs.SelectMany(input => rows.Select(row => row.GetValueOrDefault(input.Name))
            .Where(value => FieldCheck.IsOutside(input, value)).Take(1).Select(value => Outside(input, value!))).ToList();
        var filled = inputs.Where(i => i.MayBeMissing && rows.Any(row => string.IsNullOrWhiteSpace(row.GetValueOrDefault(i.Name)))).Select(i => $"“{i.Name}”").ToList();
        return
        [
            .. outside.Take(MostTold),
            .. outside.Count > MostTold ? [UseTexts.MoreDoubts(outside.Count - MostTold)] : Array.Empty<Localized>(),
            .. filled.Count > 0 ? [UseTexts.Filled(string.Join(", ", filled), string.Join('、', filled), filled.Count)] : Array.Empty<Localized>(),
        ];
    }

    private static Localized Outside(InputDescription input, string value) => input is { Kind: "number", Least: { } least, Most: { } most }
        ? UseTexts.OutsideNumber(input.Name, value, Figures.Number(least), Figures.Number(most))
        : UseTexts.OutsideValue(input.Name, value);
}
