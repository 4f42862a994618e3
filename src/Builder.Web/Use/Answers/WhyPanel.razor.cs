using System.Globalization;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Protocol;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Answers;

/// <summary>Why a model answers what it does for a row, when somebody asks: how far each value has pushed the answer. Another row takes the explanation away.</summary>
public sealed partial class WhyPanel : IDisposable
{
    private const int MostShown = 8;
    private const int LongestValue = 60;

    private readonly string _id = $"why-{Guid.NewGuid():N}";
    private CancellationTokenSource _asked = new();
    private IReadOnlyDictionary<string, Cell>? _row;
    private PredictionExplanation? _why;
    private Localized? _problem;
    private bool _isAsking;
    private int? _target;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required UseModel Model { get; set; }

    /// <summary>The row that it answers.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, Cell> Row { get; set; }

    /// <summary>True while the answer is that of an earlier row.</summary>
    [Parameter]
    public bool IsStale { get; set; }

    [Inject]
    private ModelPool Models { get; set; } = null!;

    [Inject]
    private ILogger<WhyPanel> Log { get; set; } = null!;

    /// <summary>True for a model whose answers can be explained: it reads columns of a table row by row.</summary>
    public static bool IsFor(UseModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model is { Data.Source: TableSource, Description: { Generates: null, WindowLength: null } } && model.Description.Inputs.Any(i => i.Kind != "picture");
    }

    // What can be explained: each class or label of an output, or its quantity.
    private IReadOnlyList<(string Output, string? Class)> Targets =>
        [.. Model.Description.Outputs.SelectMany(o => o.Classes.Cast<string?>().DefaultIfEmpty(null).Select(name => (o.Name, name)))];

    private int? Chosen => _why is { } why ? Targets.ToList().IndexOf((why.Output, why.Class)) : _target;

    private IReadOnlyList<ColumnContribution> Sorted => [.. _why!.Contributions.OrderByDescending(c => Math.Abs(c.Value))];

    // A single one that is left needs no summing up.
    private IReadOnlyList<ColumnContribution> Shown => Sorted.Count <= MostShown + 1 ? Sorted : [.. Sorted.Take(MostShown)];

    private IReadOnlyList<ColumnContribution> Rest => [.. Sorted.Skip(Shown.Count)];

    /// <inheritdoc/>
    public void Dispose()
    {
        _asked.Cancel();
        _asked.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_row, Row))
        {
            Forget();
            _row = Row;
        }
    }

    private void Forget()
    {
        _asked.Cancel();
        (_why, _problem, _isAsking, _target) = (null, null, false, null);
    }

    private void Choose(ChangeEventArgs choice)
    {
        if (int.TryParse(choice.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var target) && target < Targets.Count)
        {
            Ask(target);
        }
    }

    private void Ask(int? target)
    {
        Forget();
        _asked.Dispose();
        _asked = new CancellationTokenSource();
        (_isAsking, _target) = (true, target);
        var (token, row, about) = (_asked.Token, Row, target is { } place ? Targets[place] : default((string Output, string? Class)?));
        Background.Run(() => AnswerAsync(row, about, token), Log, "explain an answer", _ => TellAsync(null, UseTexts.Unforeseen, token));
    }

    private async Task AnswerAsync(IReadOnlyDictionary<string, Cell> row, (string Output, string? Class)? about, CancellationToken token)
    {
        try
        {
            var why = await Models.ExplainAsync(Model.ProjectId, Model.Run.Bundle, id => new RunnerCommand.Explain(
                id, Model.ProjectFolder, Model.Run.Folder, row, about?.Output, about?.Class), token);
            await TellAsync(why, null, token);
        }
        catch (ModelException failure)
        {
            await TellAsync(null, failure.Words, token);
        }
    }

    private Task TellAsync(PredictionExplanation? why, Localized? problem, CancellationToken token) => InvokeAsync(() =>
    {
        if (!token.IsCancellationRequested)
        {
            (_why, _problem, _isAsking) = (why, problem, false);
            StateHasChanged();
        }
    });

    private Localized Told(string column)
    {
        if (Model.Description.Inputs.FirstOrDefault(i => i.Name == column)?.Kind == "picture")
        {
            return WhyTexts.Picture;
        }

        var text = Row.GetValueOrDefault(column).Text ?? Row.GetValueOrDefault(Model.SourceOf(column)).Text;
        return string.IsNullOrWhiteSpace(text) ? UseTexts.Missing : Localized.Same(text.Length <= LongestValue ? text : $"{text[..LongestValue]}…");
    }

    private static Localized Way(double value) => value > 0 ? WhyTexts.Up : value < 0 ? WhyTexts.Down : WhyTexts.Nowhere;

    // Of the longest bar.
    private string Share(double value)
    {
        var longest = Shown.Select(c => Math.Abs(c.Value)).Append(Math.Abs(Rest.Sum(c => c.Value))).Max();
        return (longest > 0 ? Math.Abs(value) / longest : 0).ToString("0.####", CultureInfo.InvariantCulture);
    }
}
