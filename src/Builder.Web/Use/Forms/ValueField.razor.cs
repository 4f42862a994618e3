using Builder.Datasets.Import;
using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Forms;

/// <summary>One input of a model as a control: a number with its usual range, a choice, a date or a text.</summary>
public sealed partial class ValueField
{
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

    private bool IsOfTicks => FieldWords.IsOfTicks(Input);

    private double? Number => FieldCheck.Typed(Input, Value);

    private NumberRange? Range => NumberRange.Of(Input);

    private Localized? Fault => FieldWords.Fault(Input, Value);

    private string Help => FieldWords.Help(Input, Value, Dates) is { } help ? Ui.T(help) : "";
}
