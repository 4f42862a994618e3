using System.Globalization;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Protocol;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Answers;

/// <summary>Why a model answers what it does for a row, when somebody asks: how far each value has pushed the answer.</summary>
public sealed partial class WhyPanel
{
    private const int MostShown = 8;
    private const int LongestValue = 60;

    private readonly string _id = $"why-{Guid.NewGuid():N}";
    private int? _target;

    /// <summary>True for a model whose answers can be explained: it reads columns of a table row by row.</summary>
    public static bool IsFor(UseModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model is { Data.Source: TableSource, Description: { Generates: null, WindowLength: null } } && model.Description.Inputs.Any(i => i.Kind != "picture");
    }

    // What can be explained: each class or label of an output, or its quantity.
    private IReadOnlyList<(string Output, string? Class)> Targets =>
        [.. Model.Description.Outputs.SelectMany(o => o.Classes.Cast<string?>().DefaultIfEmpty(null).Select(name => (o.Name, name)))];

    private int? Chosen => Told is { } why ? Targets.ToList().IndexOf((why.Output, why.Class)) : _target;

    private IReadOnlyList<ColumnContribution> Sorted => [.. Told!.Contributions.OrderByDescending(c => Math.Abs(c.Value))];

    // A single one that is left needs no summing up.
    private IReadOnlyList<ColumnContribution> Shown => Sorted.Count <= MostShown + 1 ? Sorted : [.. Sorted.Take(MostShown)];

    private IReadOnlyList<ColumnContribution> Rest => [.. Sorted.Skip(Shown.Count)];

    /// <inheritdoc/>
    protected override void Forget()
    {
        base.Forget();
        _target = null;
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
        var (row, about) = (Row, target is { } place ? Targets[place] : default((string Output, string? Class)?));
        Ask(token => Models.ExplainAsync(Model.ProjectId, Model.Run.Bundle, id => new RunnerCommand.Explain(
            id, Model.ProjectFolder, Model.Run.Folder, row, about?.Output, about?.Class), token));
        _target = target;
    }

    private Localized ValueOf(string column)
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
    private double Share(double value)
    {
        var longest = Shown.Select(c => Math.Abs(c.Value)).Append(Math.Abs(Rest.Sum(c => c.Value))).Max();
        return longest > 0 ? Math.Abs(value) / longest : 0;
    }
}
