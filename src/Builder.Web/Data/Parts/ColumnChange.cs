using Builder.Proposals;

namespace Builder.Web.Data.Parts;

/// <summary>What a person wants changed about a column: only what was touched, whatever else has changed meanwhile.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Apply">The choice afterwards.</param>
public sealed record ColumnChange(string Column, Func<ColumnChoice, ColumnChoice> Apply)
{
    /// <summary>The plan with the change; as it is where the column is gone.</summary>
    public DataPlan In(DataPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Columns.FirstOrDefault(c => c.Name == Column) is { } choice ? plan.With(Apply(choice)) : plan;
    }
}
