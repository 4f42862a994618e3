using System.Collections.Immutable;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>Looks for what would spoil a model before any time is spent on training it.</summary>
public static class DataWarnings
{
    /// <summary>All warnings about a plan, the gravest first, otherwise in the order of the columns.</summary>
    public static ImmutableArray<DataWarning> Of(SourceInspection inspection, DataPlan plan)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Source is TextSource)
        {
            return [.. TextWarnings.Of(inspection)];
        }

        var found = new List<DataWarning>();
        found.AddRange(TargetWarnings.Of(inspection, plan));
        for (var i = 0; i < plan.Columns.Length; i++)
        {
            found.AddRange(ColumnWarnings.Of(inspection, plan, i));
        }

        found.AddRange(LeakWarnings.Of(inspection, plan));
        found.AddRange(RepeatWarnings.Of(inspection, plan));
        found.AddRange(GapNotes.Of(inspection, plan));
        found.AddRange(RowWarnings.Of(inspection));
        return [.. found.OrderByDescending(w => w.Level)];
    }
}
