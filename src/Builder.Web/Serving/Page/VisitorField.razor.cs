using Builder.Datasets.Import;
using Builder.Datasets.Labels;
using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Use.Forms;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Serving.Page;

/// <summary>One input of a published model as a plain field of a form: the browser's own controls, which work without a script.</summary>
public sealed partial class VisitorField
{
    /// <summary>The input.</summary>
    [Parameter, EditorRequired]
    public required InputDescription Input { get; set; }

    /// <summary>The name of its field.</summary>
    [Parameter, EditorRequired]
    public required string Field { get; set; }

    /// <summary>Its value as typed; null where it is empty.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>How the column writes its dates, where that is known.</summary>
    [Parameter]
    public DateForm? Dates { get; set; }

    /// <summary>Whether a value that cannot be used is marked.</summary>
    [Parameter]
    public bool ShowFault { get; set; }

    private Localized? Fault => ShowFault ? FieldWords.Fault(Input, Value) : null;

    // What is not filled in yet is no fault: then the words are those of a field that may be empty.
    private Localized? Help => Fault is null && FieldWords.Fault(Input, Value) is not null ? null : FieldWords.Help(Input, Value, Dates);

    private IReadOnlyList<string> Labels => LabelText.Split(Value ?? "", Input.Separator);
}
