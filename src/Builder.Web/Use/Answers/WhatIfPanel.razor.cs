using Builder.Protocol;
using Builder.Web.Scores;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Use.Answers;

/// <summary>What a model would answer if one value of a row were different, when somebody asks: along all that the column may hold, beside other rows.</summary>
public sealed partial class WhatIfPanel
{
    private readonly string _id = $"what-if-{Guid.NewGuid():N}";
    private string? _column;

    /// <summary>True for a model that can be asked: its answers can be explained, and it reads numbers or categories.</summary>
    public static bool IsFor(UseModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return WhyPanel.IsFor(model) && model.Description.Inputs.Any(i => i.CanVary);
    }

    // What matters most is asked about first.
    private IReadOnlyList<InputDescription> Columns => Model.InOrder(Model.Description.Inputs.Where(i => i.CanVary));

    private string? Text => _column is null ? null : Row.GetValueOrDefault(_column).Text;

    private double? Now => Columns.FirstOrDefault(i => i.Name == _column) is { Kind: "number" } input ? FieldCheck.Typed(input, Text) : null;

    /// <inheritdoc/>
    protected override void Forget()
    {
        base.Forget();
        _column = null;
    }

    private void Choose(ChangeEventArgs choice)
    {
        if (choice.Value is string name && Columns.Any(i => i.Name == name))
        {
            Ask(name);
        }
    }

    private void Ask(string column)
    {
        var row = Row;
        Ask(token => Models.VaryAsync(Model.ProjectId, Model.Run.Bundle, id => new RunnerCommand.VaryColumn(
            id, Model.ProjectFolder, Model.Run.Folder, row, column), token));
        _column = column;
    }

    // Of probabilities their own size; of quantities the place between the smallest and the largest answer.
    private static double Share(ColumnDependence told, double answer)
    {
        var (low, high) = told.Class is not null ? (0, 1) : (Math.Min(0, told.Points.Min(p => p.Prediction)), told.Points.Max(p => p.Prediction));
        return high > low ? (answer - low) / (high - low) : 0;
    }
}
