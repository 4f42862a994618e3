using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Scores;

namespace Builder.Web.Use.Answers;

/// <summary>Why an answer deserves less trust: values that the model has not learned from, and gaps that were filled.</summary>
public static class AnswerDoubts
{
    private const int MostTold = 3;

    /// <summary>Pictures that must be known to tell another from them,</summary>
    private const int FewestPictures = 8;

    /// <summary>and how far beyond theirs, from 0 to 1, a value may always lie.</summary>
    private const double LeastMargin = 0.05;

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

    /// <summary>Why the answer to a picture deserves less trust: as a whole it is unlike all that the model was tested with.</summary>
    /// <param name="known">Between which values those lie; null where that is not known.</param>
    /// <param name="given">The same of the picture.</param>
    public static Localized? OfPicture(PictureRange? known, PictureRange? given)
    {
        if (known is not { Count: >= FewestPictures } || given is null)
        {
            return null;
        }

        var (least, most, picture) = (known.Least, known.Most, given.Most);
        Localized?[] unlike =
        [
            Unlike(picture.Roughness, least.Roughness, most.Roughness, UseTexts.Smoother, UseTexts.Rougher),
            Unlike(picture.Brightness, least.Brightness, most.Brightness, UseTexts.Darker, UseTexts.Lighter),
            Unlike(picture.Contrast, least.Contrast, most.Contrast, UseTexts.Paler, UseTexts.Starker),
            Unlike(picture.Colour, least.Colour, most.Colour, UseTexts.Greyer, UseTexts.MoreColourful),
        ];
        Localized[] ways = [.. unlike.OfType<Localized>()];
        return ways.Length == 0 ? null : UseTexts.OtherPicture(string.Join(", ", ways.Select(w => w.En)), string.Join('、', ways.Select(w => w.Zh)));
    }

    // A few pictures do not show the whole range: half as far again is still alike.
    private static Localized? Unlike(double value, double least, double most, Localized below, Localized above)
    {
        var margin = Math.Max(LeastMargin, (most - least) / 2);
        return value < least - margin ? below : value > most + margin ? above : null;
    }

    private static Localized Outside(InputDescription input, string value) => input is { Kind: "number", Least: { } least, Most: { } most }
        ? UseTexts.OutsideNumber(input.Name, value, Figures.Number(least), Figures.Number(most))
        : UseTexts.OutsideValue(input.Name, value);
}
