using System.Globalization;
using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Importances;

/// <summary>A bar of the panel: a column, or a group of columns that tell nearly the same.</summary>
/// <param name="Feature">How much it matters.</param>
/// <param name="Effect">Whether that is more than chance.</param>
/// <param name="IsMember">True for a column that stands below its group: by itself it matters less, because the others stand in for it.</param>
/// <param name="Place">Where bar and range begin and end, each from 0 to 1.</param>
public sealed record ImportanceRow(FeatureImportance Feature, FeatureEffect Effect, bool IsMember, BarPlace Place)
{
    /// <summary>
    /// The rows of an importance, the most important first: groups with their columns below them, single columns, and no columns that do nothing.
    /// </summary>
    public static IReadOnlyList<ImportanceRow> Of(PermutationImportance importance)
    {
        ArgumentNullException.ThrowIfNull(importance);
        var largest = importance.Columns.Concat(importance.Groups).Select(f => f.High).Append(double.Epsilon).Max();
        ImportanceRow Row(FeatureImportance feature, bool isMember) => new(feature, importance.EffectOf(feature), isMember, BarPlace.Of(feature, largest));
        var tops = importance.Groups.Concat(importance.Columns.Where(c => importance.GroupOf(c.Columns[0]) is null));
        return
        [
            .. tops.Where(f => importance.EffectOf(f) != FeatureEffect.None).OrderByDescending(f => f.Mean)
                .SelectMany(f => MembersOf(importance, f).Select(member => Row(member, true)).Prepend(Row(f, false))),
        ];
    }

    /// <summary>The columns that do nothing, in the order of the measurement.</summary>
    public static IReadOnlyList<string> Idle(PermutationImportance importance)
    {
        ArgumentNullException.ThrowIfNull(importance);
        return [.. importance.Columns.Select(c => c.Columns[0]).Where(importance.IsIdle)];
    }

    private static IEnumerable<FeatureImportance> MembersOf(PermutationImportance importance, FeatureImportance feature) =>
        feature.Columns.Count == 1 ? [] : importance.Columns.Where(c => feature.Columns.Contains(c.Columns[0]));
}

/// <summary>Where a bar ends, and the range in which nearly all repeats lie, each as a share of the width.</summary>
/// <param name="Mean">End of the bar.</param>
/// <param name="Low">Begin of the range.</param>
/// <param name="High">Its end.</param>
public readonly record struct BarPlace(double Mean, double Low, double High)
{
    /// <summary>The same for the style sheet.</summary>
    public string Style => string.Create(CultureInfo.InvariantCulture, $"--mean: {Mean:0.####}; --low: {Low:0.####}; --high: {High:0.####}");

    internal static BarPlace Of(FeatureImportance feature, double largest) => new(Share(feature.Mean, largest), Share(feature.Low, largest), Share(feature.High, largest));

    private static double Share(double value, double largest) => double.IsFinite(value) ? Math.Clamp(value / largest, 0, 1) : 0;
}
