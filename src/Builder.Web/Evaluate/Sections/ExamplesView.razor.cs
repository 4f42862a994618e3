using Builder.Graph;
using Builder.Protocol.Evaluations;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>Single cases, sorted by how wrong the model is.</summary>
public sealed partial class ExamplesView
{
    private const int Portion = 24;
    private const int LongText = 40;

    private ElementReference _heading;
    private HeadEvaluation? _shownHead;
    private bool _bestFirst;
    private bool _onlyWrong;
    private string _true = "";
    private string _said = "";
    private int _shown = Portion;

    /// <summary>The prediction with its examples.</summary>
    [Parameter, EditorRequired]
    public required HeadEvaluation Head { get; set; }

    /// <summary>The address of a picture of the run.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> PictureUrl { get; set; }

    /// <summary>So many of the worst that are not right, and nothing to press, for a page that stands still; null for all of them.</summary>
    [Parameter]
    public int? Only { get; set; }

    private string? Unit => Head.Values is [var value] ? value.Unit : null;

    private bool HavePictures => Head.Examples.Any(e => e.Picture is not null);

    private bool IsFiltered => _onlyWrong || _true.Length > 0 || _said.Length > 0;

    private Localized TrueTitle => Head.Anomaly is null ? ValueOrClass(ValuesTrue, ExampleTexts.TrueClass) : ExampleTexts.Label;

    private Localized SaidTitle => Head.Anomaly is null ? ValueOrClass(ValueTexts.Predicted, ExampleTexts.Said) : ExampleTexts.Score;

    private static Localized ValuesTrue => ValueTexts.True;

    private IReadOnlyList<string> Columns => [.. Head.Examples.SelectMany(e => e.Inputs.Keys).Distinct(StringComparer.Ordinal)];

    private List<Example> Chosen
    {
        get
        {
            var fitting = Head.Examples.Where(e =>
                (Only is null || e.Right != true) && (!_onlyWrong || e.Right == false) && (_true.Length == 0 || e.True == _true) && (_said.Length == 0 || e.Predicted == _said));
            return [.. _bestFirst ? fitting.OrderBy(e => e.Loss) : fitting.OrderByDescending(e => e.Loss)];
        }
    }

    /// <summary>Shows the examples of one cell of the confusion matrix, and takes the reader there.</summary>
    public async Task ShowAsync(string truth, string said)
    {
        (_true, _said, _onlyWrong, _shown) = (truth, said, false, Portion);
        StateHasChanged();
        await _heading.FocusAsync();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_shownHead is not null && !ReferenceEquals(_shownHead, Head))
        {
            Clear();
        }

        _shownHead = Head;
    }

    private static string Pressed(bool pressed) => pressed ? "true" : "false";

    private static string? Mark(Example example) => example.Right switch { true => "right", false => "wrong", null => null };

    private Localized ValueOrClass(Localized value, Localized @class) => Head.Labels is not null && value == ValuesTrue ? LabelTexts.TrueLabels
        : Head.Classes is null && Head.Labels is null ? value : @class;

    private void Clear() => (_onlyWrong, _true, _said, _shown) = (false, "", "", Portion);

    private bool IsLong(string column) => Head.Examples.Any(e => e.Inputs.GetValueOrDefault(column)?.Length > LongText);

    private Localized DetailTitle => Head.Classes is not null ? ExampleTexts.Sure : Head.Anomaly is null ? ExampleTexts.Error : ExampleTexts.Rank;

    private string Detail(Example example) => Head switch
    {
        { Classes: not null } => example.Probability is { } sure ? Figures.Probability(sure) : "",
        { Anomaly: not null } => Figures.Percent(IsUnusual(example) ? 1 - example.Loss : example.Loss),
        _ => Figures.WithUnit(example.Loss, Unit),
    };

    private string Truth(Example example) => Head.Anomaly is null ? Plain(example.True) : Ui.T(IsUnusual(example) ? ValueTexts.Unusual : ValueTexts.Usual);

    private string Answer(Example example) => Plain(example.Predicted);

    // What is computed has more digits than mean anything; no label at all is an answer too.
    private string Plain(string text) => Head.Labels is not null ? text.Length == 0 ? Ui.T(LabelTexts.None) : text
        : Head.Classes is null && FieldCheck.Number(text) is { } number ? Figures.Number(number) : text;

    private static bool IsUnusual(Example example) => FieldCheck.Number(example.True) > 0.5;

    private bool? IsRight(Example example) => Head.Anomaly?.Threshold is { } threshold && FieldCheck.Number(example.Predicted) is { } score
        ? score >= threshold == IsUnusual(example) : example.Right;
}
