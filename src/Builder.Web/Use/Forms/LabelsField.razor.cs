using Builder.Datasets.Labels;
using Builder.Protocol;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Forms;

/// <summary>The labels of an input to tick: any number of them, also none.</summary>
public sealed partial class LabelsField
{
    /// <summary>The input.</summary>
    [Parameter, EditorRequired]
    public required InputDescription Input { get; set; }

    /// <summary>The labels as the training file would write them; null where they are not known.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Called with every change.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>The id of what names the input.</summary>
    [Parameter, EditorRequired]
    public required string NameId { get; set; }

    private IReadOnlyList<string> Chosen => LabelText.Split(Value ?? "", Input.Separator);

    // Nothing ticked says that there are none; where the model may do without, that they are not known.
    private Task Change(string label, bool isChosen)
    {
        string[] labels = [.. (Input.Categories ?? []).Where(l => l == label ? isChosen : Chosen.Contains(l))];
        return ValueChanged.InvokeAsync(labels.Length == 0 && Input.MayBeMissing ? "" : LabelText.Join(labels, Input.Separator));
    }
}
