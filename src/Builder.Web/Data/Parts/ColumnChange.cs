using Builder.Proposals;

namespace Builder.Web.Data.Parts;

/// <summary>What a person wants changed about columns: only what was touched, whatever else has changed meanwhile.</summary>
/// <param name="Columns">The columns' names.</param>
/// <param name="Apply">The choice afterwards, of each of them.</param>
public sealed record ColumnChange(IReadOnlyList<string> Columns, Func<ColumnChoice, ColumnChoice> Apply)
{
    /// <summary>A change of one column.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="apply">The choice afterwards.</param>
    public ColumnChange(string column, Func<ColumnChoice, ColumnChoice> apply)
        : this([column], apply)
    {
    }

    /// <summary>The plan with the change; without it where a column is gone.</summary>
    public DataPlan In(DataPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var wanted = Columns.ToHashSet(StringComparer.Ordinal);
        return plan.Columns.Where(c => wanted.Contains(c.Name)).ToList().Aggregate(plan, (changed, choice) => changed.With(Apply(choice)));
    }
}
