using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Protocol.Evaluations;
using Builder.Training.Evaluation;
using Builder.Training.Inference;
using Builder.Training.Runs;

namespace Builder.Runner.Evaluations;

/// <summary>How good a head is for each value of each column of the table: of those that it reads, and of those that it does not.</summary>
internal static class GroupReport
{
    private const int MostColumns = 60;
    private const int MostGroups = 12;
    private const int MostSamples = 100_000;

    // Fewer cases say nothing.
    private const int LeastCases = 5;

    // Of a column whose frequent values make up less than this, nobody learns anything.
    private const double LeastShare = 0.5;

    /// <summary>The groups of each column, the most unequal one first.</summary>
    /// <param name="model">The model.</param>
    /// <param name="samples">The head's predictions.</param>
    /// <param name="rows">For each of them its row of <paramref name="table"/>; −1 where there is none.</param>
    /// <param name="table">The table that they come from.</param>
    /// <param name="columns">What the head's numbers mean, and how it decides.</param>
    public static IReadOnlyList<GroupedScores> Make(FinishedModel model, CollectedSamples samples, int[] rows, RawTable table, HeadColumns columns)
    {
        if (SingleCases.Scores(samples, columns) is not { } scores)
        {
            return [];
        }

        var set = model.Request.Document.Data[model.Session.Data.DataSetId];
        var predicted = model.Session.Heads.SelectMany(h => h.Binding?.Columns ?? []).Select(name => model.Session.Data.Fitted[name].Source).ToHashSet(StringComparer.Ordinal);
        var ids = set.Columns.Where(c => c.Type is ColumnType.Id or ColumnType.Picture).Select(c => c.SourceName).ToHashSet(StringComparer.Ordinal);
        var chosen = SampleSpread.Of([.. Enumerable.Range(0, scores.Length).Where(i => rows[i] >= 0)], MostSamples);
        return
        [
            .. table.Columns.Where(c => !predicted.Contains(c.Name) && !ids.Contains(c.Name)).DistinctBy(c => c.Name)
                .Select(column => (Groups: Of(column, chosen, rows, scores), column.Name))
                .Where(found => found.Groups.Count > 1)
                .Select(found => new GroupedScores(found.Name, set.Columns.FirstOrDefault(c => c.SourceName == found.Name)?.Unit, found.Groups))
                .OrderByDescending(Unequal).Take(MostColumns),
        ];
    }

    // How much of what the scores differ by lies between the groups, beyond what as many groups of chance would have (epsilon squared, Kelley 1935).
    private static double Unequal(GroupedScores column)
    {
        double cases = column.Groups.Sum(g => g.Cases);
        var mean = column.Groups.Sum(g => g.Cases * g.Mean) / cases;
        var between = column.Groups.Sum(g => g.Cases * (g.Mean - mean) * (g.Mean - mean));
        var within = column.Groups.Sum(g => (g.Cases - 1) * g.Deviation * g.Deviation);
        var (all, free) = (between + within, cases - column.Groups.Count);
        return all <= 0 || free <= 0 ? 0 : 1 - (within / free * (cases - 1) / all);
    }

    private static List<GroupScore> Of(RawColumn column, int[] chosen, int[] rows, double[] scores) => column switch
    {
        NumberColumn numbers => OfNumbers([.. chosen.Select(i => (numbers.Values[rows[i]], scores[i]))]),
        TextColumn texts => OfTexts([.. chosen.Select(i => (texts[rows[i]], scores[i]))]),
        _ => [],
    };

    // A few different numbers are told one by one; of many four ranges with as many cases each.
    private static List<GroupScore> OfNumbers((double Value, double Score)[] cases)
    {
        var known = cases.Where(c => !double.IsNaN(c.Value)).ToArray();
        double[] different = [.. known.Select(c => c.Value).Distinct().Order()];
        if (different.Length == known.Length && known.Length < 4 * LeastCases)
        {
            return [];
        }

        var groups = different.Length <= MostGroups / 2
            ? ByValue([.. different.Select(value => (FormattableString.Invariant($"{value:R}"), known.Where(c => c.Value == value).Select(c => c.Score).ToArray()))])
            : Ranges([.. known.OrderBy(c => c.Value)]);
        return WithMissing(groups, [.. cases.Where(c => double.IsNaN(c.Value)).Select(c => c.Score)]);
    }

    // Equal numbers stay together, so the ranges may differ in size.
    private static List<GroupScore> Ranges((double Value, double Score)[] sorted)
    {
        double[] values = [.. sorted.Select(c => c.Value)];
        double[] ends = [.. new[] { 0.25, 0.5, 0.75, 1 }.Select(place => Profiler.Quantile(values, place)).Distinct()];
        return
        [
            .. ends.Select((end, i) => sorted.Where(c => c.Value <= end && (i == 0 || c.Value > ends[i - 1])).ToArray())
                .Where(range => range.Length > 0).Select(range => Group(GroupKind.Range, null, [.. range.Select(c => c.Score)]) with { Low = range[0].Value, High = range[^1].Value }),
        ];
    }

    private static List<GroupScore> OfTexts((string? Value, double Score)[] cases)
    {
        var groups = ByValue([.. cases.Where(c => !string.IsNullOrEmpty(c.Value)).GroupBy(c => c.Value!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Select(c => c.Score).ToArray()))]);
        return groups.Where(g => g.Kind == GroupKind.Value).Sum(g => g.Cases) < LeastShare * cases.Length ? []
            : WithMissing(groups, [.. cases.Where(c => string.IsNullOrEmpty(c.Value)).Select(c => c.Score)]);
    }

    // What few cases have says nothing by itself, and might say it of somebody.
    private static List<GroupScore> ByValue(List<(string Value, double[] Scores)> values)
    {
        var frequent = values.Where(v => v.Scores.Length >= LeastCases).ToList();
        var told = frequent.Count <= MostGroups && frequent.Count == values.Count ? frequent : frequent[..Math.Min(frequent.Count, MostGroups - 1)];
        double[] others = [.. values.Except(told).SelectMany(v => v.Scores)];
        var groups = told.Select(v => Group(GroupKind.Value, v.Value, v.Scores)).ToList();
        return others.Length == 0 ? groups : [.. groups, Group(GroupKind.Others, null, others)];
    }

    private static List<GroupScore> WithMissing(List<GroupScore> groups, double[] missing)
    {
        if (missing.Length > 0)
        {
            groups.Add(Group(GroupKind.Missing, null, missing));
        }

        return groups.Count(g => g.Cases >= LeastCases) > 1 ? groups : [];
    }

    private static GroupScore Group(GroupKind kind, string? value, double[] scores)
    {
        var mean = scores.Average();
        return new(kind, value, null, null, scores.Length, mean, scores.Length < 2 ? 0 : Math.Sqrt(scores.Sum(s => (s - mean) * (s - mean)) / (scores.Length - 1)));
    }
}
