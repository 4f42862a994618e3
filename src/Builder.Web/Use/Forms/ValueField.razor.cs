using System.Globalization;
using Builder.Datasets.Import;
using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Forms;

/// <summary>One input of a model as a control: a number with its usual range, a choice, a date or a text.</summary>
public sealed partial class ValueField
{
    /// <summary>A list of more names would have to be scrolled; among them people search.</summary>
    private const int MostListed = 20;

    private const int Steps = 100;

    /// <summary>The input.</summary>
    [Parameter, EditorRequired]
    public required InputDescription Input { get; set; }

    /// <summary>Its value as typed; null where it is empty.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Called with every change.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>How the column writes its dates; null where a calendar could not write them so.</summary>
    [Parameter]
    public DateForm? Dates { get; set; }

    private string Id { get; } = "field-" + Guid.NewGuid().ToString("N")[..8];

    /// <summary>Of more labels than this, they are typed.</summary>
    private const int MostTicks = 40;

    private bool IsOfTicks => Input is { Kind: "labels", Categories.Count: > 0 and <= MostTicks };

    private double? Number => FieldCheck.Typed(Input, Value);

    private bool HasSlider => Input is { Kind: "number", Minimum: { } low, Maximum: { } high } && high > low;

    // The usual range, with a little more on both sides; what cannot be negative does not become so.
    private double Low => Input.Minimum!.Value;

    private double High => Input.Maximum!.Value;

    private double Step => Math.Pow(10, Math.Floor(Math.Log10((High - Low) / Steps)));

    private Localized? Fault => FieldCheck.IsUsable(Input, Value) ? null
        : string.IsNullOrWhiteSpace(Value) ? UseTexts.NeedsValue : UseTexts.NeedsNumber;

    private string Help => Fault is { } fault ? Ui.T(fault)
        : FieldCheck.IsOutside(Input, Value) ? Ui.T(UseTexts.OutOfRange)
        : HasSlider ? Ui.T(UseTexts.Range(Figures.Number(Low), Figures.Number(High), Input.Unit is { Length: > 0 } unit ? $" {unit}" : ""))
        : Input.MayBeMissing ? Ui.T(UseTexts.MayBeEmpty)
        : Input is { Kind: "category", Categories.Count: > MostListed } ? Ui.T(UseTexts.ManyChoices(Input.Categories.Count))
        : Input.Kind != "date" ? "" : Ui.T(Input.DateOrder switch
        {
            "timeOfDay" => UseTexts.TimeHint,
            "noYear" => UseTexts.DayHint,
            _ => UseTexts.DateHint(Dates ?? DateForm.Plain),
        });

    private static string Invariant(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
