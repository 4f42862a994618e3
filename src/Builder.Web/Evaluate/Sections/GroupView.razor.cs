using Builder.Protocol.Evaluations;
using Builder.Web.Scores;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Sections;

/// <summary>How good a prediction is for each value of a column that a person chooses.</summary>
public sealed partial class GroupView
{
    private readonly string _id = $"groups-{Guid.NewGuid():N}";
    private string? _column;

    /// <summary>The prediction with its groups.</summary>
    [Parameter, EditorRequired]
    public required HeadEvaluation Head { get; set; }

    // The most unequal one is looked at first.
    private GroupedScores? Column => Head.Groups.FirstOrDefault(g => g.Column == _column) ?? (Head.Groups.Count > 0 ? Head.Groups[0] : null);

    private bool IsOfClasses => Head.Classes is not null;

    private string? Unit => Head.Values is [var value] ? value.Unit : null;

    private IReadOnlyList<GroupRow> Rows => GroupRow.Of(Column!, IsOfClasses);

    private GroupRow? Best => Rows.Where(r => r.Outcome > 0).MaxBy(r => IsOfClasses ? r.Group.Mean : -r.Group.Mean);

    private string Told(double score) => IsOfClasses ? Figures.Percent(score) : Figures.WithUnit(Math.Max(0, score), Unit);
}
