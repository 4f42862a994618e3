using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Use.Forms;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Serving.Page;

/// <summary>The answer by itself: the page's script puts it in the place of the one before.</summary>
public sealed partial class AnswerFragment
{
    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required ServedModel Served { get; set; }

    /// <summary>What was asked.</summary>
    [Parameter, EditorRequired]
    public required VisitorQuestion Question { get; set; }

    /// <summary>The answer; null where there is none.</summary>
    [Parameter]
    public PredictedRow? Row { get; set; }

    /// <summary>Why there is no answer.</summary>
    [Parameter]
    public Localized? Problem { get; set; }

    // What is still empty is no fault: somebody is about to fill it in.
    private IReadOnlyList<Localized> Faults => [.. Served.Model.Inputs
        .Where(i => i.Kind != "picture" && !string.IsNullOrWhiteSpace(Question.Values.GetValueOrDefault(i.Name)))
        .Select(i => FieldWords.Fault(i, Question.Values[i.Name]) is { } fault ? ServingTexts.Of(i.Name, fault) : null).OfType<Localized>()];
}
