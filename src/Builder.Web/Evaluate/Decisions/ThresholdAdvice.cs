using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Decisions;

/// <summary>Which threshold is worth most on the validation part, and what it brings on the held-back cases, beside simple rules.</summary>
/// <param name="Values">What answers are worth.</param>
/// <param name="Chosen">The decision that is worth most; null for the likelier class.</param>
/// <param name="Today">How the model decides now.</param>
/// <param name="Part">Where the gains are told: "test", or "validation" where there is no test part, and the gain flatters.</param>
/// <param name="Cases">How many cases it has.</param>
/// <param name="Rules">The rules, the chosen one first.</param>
/// <param name="Gain">Where the gain of the chosen one most likely lies.</param>
/// <param name="More">Where what it brings more than today's most likely lies.</param>
/// <param name="Different">On how many cases the two do not say the same.</param>
/// <param name="OnValidation">The gain by the threshold on the validation part.</param>
/// <param name="OnPart">The same where the gains are told.</param>
public sealed record ThresholdAdvice(
    AnswerValues Values, CaseDecision? Chosen, CaseDecision? Today, string Part, int Cases, IReadOnlyList<RuleLine> Rules, ScoreRange Gain, ScoreRange More, long Different,
    IReadOnlyList<double[]> OnValidation, IReadOnlyList<double[]> OnPart)
{
    /// <summary>True where today's decision is already worth most.</summary>
    public bool IsToday => Chosen == Today;

    /// <summary>True where the chosen decision surely brings more than today's.</summary>
    public bool IsSurelyBetter => Different >= RivalComparison.FewestDifferent && More.Low > 0;

    /// <summary>The advice; null where no cases of the validation part are kept.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="values">What answers are worth.</param>
    /// <param name="today">How the model decides now; null for the likelier class.</param>
    /// <param name="ct">Ends the work.</param>
    public static ThresholdAdvice? Of(HeadCases cases, AnswerValues values, CaseDecision? today, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(values);
        if (cases.Of("validation") is not { } validation)
        {
            return null;
        }

        var told = cases.Of("test") ?? validation;
        var chosen = ThresholdGains.Best(validation, values, today);
        var (gain, more) = ThresholdGains.Ranges(told, values, chosen, today, ct);
        double[] marked = [ThresholdGains.ThresholdOf(chosen, values.Class), ThresholdGains.ThresholdOf(today, values.Class)];
        (DecisionRule Rule, CaseDecision? Decision)[] own =
        [
            (DecisionRule.Chosen, chosen), (DecisionRule.Today, today), (DecisionRule.Likelier, null), (DecisionRule.Trained, cases.Trained),
        ];
        return new(
            values, chosen, today, told.Part, told.Count,
            [
                .. own.Where((line, i) => line.Rule is DecisionRule.Chosen or DecisionRule.Today || own.Take(i).All(before => before.Decision != line.Decision))
                    .Select(line => new RuleLine(line.Rule, line.Decision, ThresholdGains.Of(told, values, i => told.Said(line.Decision, i)))),
                new(DecisionRule.Always, null, ThresholdGains.Of(told, values, _ => values.Class)),
                new(DecisionRule.Never, null, ThresholdGains.Of(told, values, _ => 1 - values.Class)),
            ],
            gain, more, Enumerable.Range(0, told.Count).LongCount(i => told.Said(chosen, i) != told.Said(today, i)),
            ThresholdGains.Curve(validation, values, marked), ThresholdGains.Curve(told, values, marked));
    }
}

/// <summary>A way to answer.</summary>
public enum DecisionRule
{
    /// <summary>From the threshold on that is worth most.</summary>
    Chosen,

    /// <summary>As the model decides now.</summary>
    Today,

    /// <summary>As it decided when it was trained.</summary>
    Trained,

    /// <summary>The likelier class.</summary>
    Likelier,

    /// <summary>Always the class that is looked for.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}

/// <summary>A way to answer and what it brings.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Decision">From when on a class is said; null for the likelier one, and for rules without probabilities.</param>
/// <param name="Gain">What it brings.</param>
public sealed record RuleLine(DecisionRule Rule, CaseDecision? Decision, RuleGain Gain);
