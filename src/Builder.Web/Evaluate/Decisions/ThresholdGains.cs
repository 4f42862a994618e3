using Builder.Datasets.Profiles;
using Builder.Protocol;
using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Decisions;

/// <summary>What the answers of a model of two classes bring, by when a class is said. A gain is always per 1,000 cases, in the unit of the values.</summary>
public static class ThresholdGains
{
    private const double PerCases = 1_000;

    // What rounding makes of two equal sums, for one case and values of at most 1.
    private const double Rounding = 1e-12;

    // The threshold that says the likelier class of two.
    private const double Half = 0.5;

    private const int CurveSteps = 50;

    // Somebody waits for it: of very many cases fewer draws are made, whose interval is narrow anyway.
    private const double StepsOfACase = 16;

    /// <summary>
    /// The decision with the highest mean value: of all thresholds that tell cases apart, and of always and never saying the class. Where several are as good, today's if it is one of them, else the one
    /// nearest to it: nothing changes without a gain.
    /// </summary>
    /// <param name="cases">The validation part.</param>
    /// <param name="values">What answers are worth.</param>
    /// <param name="today">How the model decides now; null for the likelier class.</param>
    /// <returns>Null for the likelier class.</returns>
    public static CaseDecision? Best(PartCases cases, AnswerValues values, CaseDecision? today)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(values);

        // Only these differences matter: by what saying the class is better than not, where it is so, and worse, where it is not.
        var (better, worse) = (values.Found - values.Missed, values.RightNo - values.FalseAlarm);
        var scale = Math.Max(Math.Abs(better), Math.Abs(worse));
        if (scale == 0 || cases.Count == 0)
        {
            return today;
        }

        (better, worse) = (better / scale, worse / scale);
        var candidates = Candidates(cases, values.Class, better, worse);
        var tolerance = Rounding * cases.Count;
        var most = candidates.Max(c => c.Value) - tolerance;
        var now = Enumerable.Range(0, cases.Count).Where(i => cases.Said(today, i) == values.Class).Sum(i => cases.True[i] == values.Class ? better : -worse);
        return now >= most ? today : candidates.Where(c => c.Value >= most).MinBy(c => Math.Abs(((c.Below + c.From) / 2) - ThresholdOf(today, values.Class))).Decide(values.Class);
    }

    /// <summary>The probability of a class from which on a decision says it.</summary>
    /// <param name="decision">The decision; null for the likelier class.</param>
    /// <param name="place">The class, 0 or 1.</param>
    public static double ThresholdOf(CaseDecision? decision, int place) => decision is null ? Half : decision.Class == place ? decision.Threshold : 1 - decision.Threshold;

    /// <summary>What a rule brings.</summary>
    /// <param name="cases">The cases, at least one.</param>
    /// <param name="values">What answers are worth.</param>
    /// <param name="said">The class that it says in a case.</param>
    public static RuleGain Of(PartCases cases, AnswerValues values, Func<int, int> said)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(said);
        var counts = new long[2, 2];
        for (var i = 0; i < cases.Count; i++)
        {
            counts[cases.True[i] == values.Class ? 0 : 1, said(i) == values.Class ? 0 : 1]++;
        }

        var sum = (counts[0, 0] * values.Found) + (counts[0, 1] * values.Missed) + (counts[1, 0] * values.FalseAlarm) + (counts[1, 1] * values.RightNo);
        return new(sum * PerCases / cases.Count, counts[0, 0], counts[0, 1], counts[1, 0]);
    }

    /// <summary>Where the gain of a decision, and what it brings more than another one, most likely lie: by drawing as many cases again and again, both on the same draw.</summary>
    /// <param name="cases">The cases, at least one.</param>
    /// <param name="values">What answers are worth.</param>
    /// <param name="chosen">The decision.</param>
    /// <param name="today">The other one.</param>
    /// <param name="ct">Ends the work between two draws.</param>
    public static (ScoreRange Gain, ScoreRange More) Ranges(PartCases cases, AnswerValues values, CaseDecision? chosen, CaseDecision? today, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(values);

        // Truth and both answers are all that a case adds: of each draw it is enough to count them.
        int[] kinds = [.. Enumerable.Range(0, cases.Count).Select(i => (4 * cases.True[i]) + (2 * cases.Said(chosen, i)) + cases.Said(today, i))];
        double[] own = [.. Enumerable.Range(0, 8).Select(kind => values.Of(kind / 4, kind / 2 % 2))];
        double[] other = [.. Enumerable.Range(0, 8).Select(kind => values.Of(kind / 4, kind % 2))];
        var (gains, differences) = (new List<double>(), new List<double>());
        foreach (var times in Bootstrap.Draws(cases.Count, Bootstrap.Count(StepsOfACase * cases.Count)))
        {
            ct.ThrowIfCancellationRequested();
            var counts = new long[own.Length];
            for (var i = 0; i < times.Length; i++)
            {
                counts[kinds[i]] += times[i];
            }

            gains.Add(counts.Select((count, kind) => count * own[kind]).Sum() * PerCases / cases.Count);
            differences.Add(counts.Select((count, kind) => count * (own[kind] - other[kind])).Sum() * PerCases / cases.Count);
        }

        return (Range(gains), Range(differences));
    }

    /// <summary>The gain by the threshold, lowest first.</summary>
    /// <param name="cases">The cases, at least one.</param>
    /// <param name="values">What answers are worth.</param>
    /// <param name="also">Thresholds that must be among those that are shown.</param>
    public static IReadOnlyList<double[]> Curve(PartCases cases, AnswerValues values, IEnumerable<double> also)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(values);
        var (scores, isSo) = Rising(cases, values.Class);
        var so = new long[scores.Length + 1];
        for (var i = 0; i < scores.Length; i++)
        {
            so[i + 1] = so[i] + (isSo[i] ? 1 : 0);
        }

        // Where the probabilities of most cases are close together, steps of the same width would miss what happens between them.
        var shown = Enumerable.Range(0, CurveSteps + 1).SelectMany(i => new[] { i / (double)CurveSteps, scores[(int)((long)i * (scores.Length - 1) / CurveSteps)] }).Concat(also);
        return [.. shown.Distinct().Order().Select(threshold =>
        {
            var below = FirstFrom(scores, threshold);
            var (missed, all) = (so[below], so[^1]);
            var (found, right) = (all - missed, below - missed);
            var alarms = scores.Length - below - found;
            return (double[])[threshold, ((found * values.Found) + (missed * values.Missed) + (alarms * values.FalseAlarm) + (right * values.RightNo)) / scores.Length * PerCases];
        })];
    }

    private static List<Candidate> Candidates(PartCases cases, int place, double better, double worse)
    {
        var (scores, isSo) = Rising(cases, place);
        List<Candidate> candidates = [new(0, scores[^1], 1)];
        var (so, others) = (0L, 0L);
        for (var i = scores.Length - 1; i >= 0; i--)
        {
            so += isSo[i] ? 1 : 0;
            others += isSo[i] ? 0 : 1;
            if (i == 0 || scores[i - 1] < scores[i])
            {
                candidates.Add(new((so * better) - (others * worse), i == 0 ? 0 : scores[i - 1], scores[i]));
            }
        }

        return candidates;
    }

    private static (double[] Scores, bool[] IsSo) Rising(PartCases cases, int place)
    {
        double[] scores = [.. Enumerable.Range(0, cases.Count).Select(i => cases.Probability(place, i))];
        bool[] isSo = [.. cases.True.Select(c => c == place)];
        Array.Sort(scores, isSo);
        return (scores, isSo);
    }

    private static int FirstFrom(double[] rising, double threshold)
    {
        var (low, high) = (0, rising.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rising[middle] < threshold ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static ScoreRange Range(List<double> values)
    {
        var (low, high) = Bootstrap.Interval(values);
        return new(low, high);
    }

    /// <summary>The class is said where its probability is above one and from the next higher one on.</summary>
    private readonly record struct Candidate(double Value, double Below, double From)
    {
        // Above a probability of 1 there is no threshold: never saying the class is always saying the other one.
        public CaseDecision Decide(int place) => Below < 1 ? new(place, ClassThreshold.Between(Below, From)) : new(1 - place, 0);
    }
}

/// <summary>What a rule brings.</summary>
/// <param name="Gain">Per 1,000 cases, in the unit of the values.</param>
/// <param name="Found">How often it says the class where it is so.</param>
/// <param name="Missed">How often it does not say it where it is so.</param>
/// <param name="FalseAlarms">How often it says it where it is not so.</param>
public sealed record RuleGain(double Gain, long Found, long Missed, long FalseAlarms);
