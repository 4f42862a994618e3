using System.Globalization;
using Builder.Graph;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Metrics;
using Builder.Web.Canvas.Editing;
using Microsoft.AspNetCore.Components;
using ParameterValue = Builder.Graph.Documents.ParameterValue;

namespace Builder.Web.Canvas.Inspector;

/// <summary>One parameter of a block: its words, the control that fits its type, its default, and what the last change did.</summary>
public sealed partial class ParameterField
{
    private Localized? _problem;

    /// <summary>The window's view of the project.</summary>
    [Parameter, EditorRequired]
    public required ModelEditor Editor { get; set; }

    /// <summary>The block.</summary>
    [Parameter, EditorRequired]
    public required Block Block { get; set; }

    /// <summary>The parameter.</summary>
    [Parameter, EditorRequired]
    public required Parameter Parameter { get; set; }

    /// <summary>What the last change of it did; null where it was not the last one to change.</summary>
    [Parameter]
    public ChangeEffect? Effect { get; set; }

    private string Id => $"parameter-{Block.Id}-{Parameter.Name}";

    private string HelpId => Id + "-help";

    private ParameterValue? Value => Block.Parameters.GetValueOrDefault(Parameter.Name) ?? Parameter.Default;

    private string Text => ParameterText.Format(Value);

    private string DefaultText => WordsFor(Parameter.Default) ?? "";

    private bool IsOn => Value is ParameterValue.Flag { Value: true };

    private bool IsChanged => Block.Parameters.TryGetValue(Parameter.Name, out var set) && set != Parameter.Default;

    private bool HasOneControl => Parameter.Type is not (ParameterType.Columns or ParameterType.Blocks) && !(Parameter.Type == ParameterType.Choice && Parameter.Choices.Length <= 2);

    private bool HasSlider => Parameter is { Type: ParameterType.Number, Min: 0, Max: 1, MinExclusive: false };

    private string SliderText => Value is ParameterValue.Number or ParameterValue.Integer ? Text : "0";

    private bool CanDouble => Parameter is { Type: ParameterType.Integer, Min: >= 1, Max: >= Parameter.MaxUnits } && Value is ParameterValue.Integer;

    private string InputMode => Parameter.Type switch
    {
        ParameterType.Integer => "numeric",
        ParameterType.Number => "decimal",
        _ => "text",
    };

    private string? Placeholder => Parameter.Default is null && Parameter.Type != ParameterType.Text ? Ui.T(InspectorTexts.Automatic) : null;

    private IReadOnlyList<ParameterOption> Options => ParameterOptions.Of(Editor, Block, Parameter, Ui.Language);

    private IReadOnlyList<string> ChosenTexts => Value switch
    {
        ParameterValue.List list => [.. list.Items.OfType<ParameterValue.Text>().Select(t => t.Value)],
        ParameterValue.Text { Value.Length: > 0 } text => [text.Value],
        _ => [],
    };

    private string EmptyWords => Ui.T(Parameter.Type == ParameterType.Columns ? InspectorTexts.NoData : InspectorTexts.Everything);

    private string EffectWords(ChangeEffect effect)
    {
        var words = new List<string> { Ui.T(InspectorTexts.Effect(WordsFor(effect.Before), WordsFor(effect.After))) };
        if (effect.Size != 0)
        {
            words.Add(Ui.T(InspectorTexts.EffectOnSize(effect.Size)));
        }

        if (effect.Shape is { } shape)
        {
            words.Add(Ui.T(InspectorTexts.EffectOnShape(shape)));
        }

        return string.Join(Ui.T(new(", ", "，")), words);
    }

    /// <summary>A value in words, short enough for a sentence; null where it is not set.</summary>
    private string? WordsFor(ParameterValue? value) => value switch
    {
        null or ParameterValue.List { Items.IsEmpty: true } or ParameterValue.Text { Value: "" } => null,
        ParameterValue.Flag flag => Ui.T(flag.Value ? InspectorTexts.On : InspectorTexts.Off),
        ParameterValue.Text text when !Parameter.Choices.IsDefaultOrEmpty && Parameter.Choices.FirstOrDefault(c => c.Value == text.Value) is { } choice => Ui.T(choice.Title),
        ParameterValue.Text score when Parameter.Type == ParameterType.Score => BlockWords.Short(Ui.T(MetricCatalog.Named(score.Value).Term)),
        _ => BlockWords.Short(ParameterText.Format(value)),
    };

    private Task ResetAsync() => ApplyAsync(null);

    private Task Switch(ChangeEventArgs change) => ApplyAsync(change.Value is true);

    private Task Chosen(ChangeEventArgs change) => ApplyAsync(change.Value is string { Length: > 0 } value ? (ParameterValue)value : null);

    private Task Slid(ChangeEventArgs change) =>
        double.TryParse(change.Value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? ApplyAsync(number) : Task.CompletedTask;

    private Task ApplyListAsync(IReadOnlyList<string> chosen) =>
        ApplyAsync(chosen.Count == 0 ? null : ParameterValue.Of([.. chosen]));

    private Task ScaleAsync(int direction)
    {
        var size = ((ParameterValue.Integer)Value!).Value;
        var scaled = direction > 0 ? Math.Min(size * 2, (long)Parameter.Max!) : Math.Max(size / 2, (long)Parameter.Min!);
        return ApplyAsync(scaled);
    }

    private async Task<string?> TakeAsync(string typed)
    {
        (var value, _problem) = ParameterText.Parse(Parameter, typed);
        if (_problem is not null)
        {
            StateHasChanged();
            return null;
        }

        await ApplyAsync(value);
        return ParameterText.Format(value ?? Parameter.Default);
    }

    private async Task ApplyAsync(ParameterValue? value)
    {
        _problem = null;
        var set = Block.Parameters.GetValueOrDefault(Parameter.Name);
        var isOther = (value ?? Parameter.Default) != (set ?? Parameter.Default);
        if (isOther || (value is null && set is not null))
        {
            await Editor.ApplyAsync(new SetParameter(Block.Id, Parameter.Name, value == Parameter.Default ? null : value));
        }
    }
}
