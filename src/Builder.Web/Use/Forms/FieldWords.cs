using Builder.Datasets.Import;
using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Scores;

namespace Builder.Web.Use.Forms;

/// <summary>What is said under the field of an input.</summary>
internal static class FieldWords
{
    /// <summary>A list of more names would have to be scrolled; among them people search.</summary>
    public const int MostListed = 20;

    /// <summary>Of more labels than this, they are typed.</summary>
    private const int MostTicks = 40;

    /// <summary>True for labels that are few enough to be ticked.</summary>
    public static bool IsOfTicks(InputDescription input) => input is { Kind: "labels", Categories.Count: > 0 and <= MostTicks };

    /// <summary>Why the model cannot take a value; null where it can.</summary>
    public static Localized? Fault(InputDescription input, string? value) => FieldCheck.IsUsable(input, value) ? null
        : string.IsNullOrWhiteSpace(value) ? UseTexts.NeedsValue : UseTexts.NeedsNumber;

    /// <summary>The fault of a value, or else what helps to find one; null where there is nothing to say.</summary>
    /// <param name="input">The input.</param>
    /// <param name="value">Its value as typed.</param>
    /// <param name="dates">How the column writes its dates, where that is known.</param>
    public static Localized? Help(InputDescription input, string? value, DateForm? dates) => Fault(input, value) is { } fault ? fault
        : FieldCheck.IsOutside(input, value) ? UseTexts.OutOfRange
        : NumberRange.Of(input) is { } range ? UseTexts.Range(Figures.Number(range.Low), Figures.Number(range.High), input.Unit is { Length: > 0 } unit ? $" {unit}" : "")
        : input.MayBeMissing ? UseTexts.MayBeEmpty
        : input is { Kind: "category", Categories.Count: > MostListed } ? UseTexts.ManyChoices(input.Categories.Count)
        : input.Kind != "date" ? null : input.DateOrder switch
        {
            "timeOfDay" => UseTexts.TimeHint,
            "noYear" => UseTexts.DayHint,
            _ => UseTexts.DateHint(dates ?? DateForm.Plain),
        };
}
