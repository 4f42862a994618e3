using Builder.Graph;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Scores;
using Microsoft.AspNetCore.Components;
using Builder.Web.Shell;

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

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;

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
                (!_onlyWrong || e.Right == false) && (_true.Length == 0 || e.True == _true) && (_said.Length == 0 || e.Predicted == _said));
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

    private Localized ValueOrClass(Localized value, Localized @class) => Head.Classes is null ? value : @class;

    private void Clear() => (_onlyWrong, _true, _said, _shown) = (false, "", "", Portion);

    private bool IsLong(string column) => Head.Examples.Any(e => e.Inputs.GetValueOrDefault(column)?.Length > LongText);

    private string Detail(Example example) => Head.Classes is null
        ? Figures.WithUnit(example.Loss, Unit)
        : example.Probability is { } sure ? Figures.Percent(sure) : "";
}
