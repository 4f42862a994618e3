using System.Runtime.CompilerServices;
using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Proposals;

namespace Builder.Web.Data.Parts;

/// <summary>What a column holds as it is used: of several labels in a cell the labels, else its values.</summary>
internal static class ColumnProfiles
{
    /// <summary>The answers stay with the columns: the page asks again at every change.</summary>
    private static readonly ConditionalWeakTable<TextColumn, ColumnProfile> s_labels = [];

    /// <summary>The profile of a column.</summary>
    /// <param name="inspection">What the source holds.</param>
    /// <param name="choice">What the column is used for.</param>
    public static ColumnProfile Of(SourceInspection inspection, ColumnChoice choice) =>
        choice.Type == ColumnType.Labels && inspection.Table.Find<TextColumn>(choice.Name) is { } texts
            ? s_labels.GetValue(texts, t => Profiler.ProfileLabels(t, LabelColumns.SeparatorOf(t)))
            : inspection.Profiles.First(p => p.Name == choice.Name);
}
