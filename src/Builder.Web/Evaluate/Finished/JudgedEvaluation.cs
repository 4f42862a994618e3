using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;

namespace Builder.Web.Evaluate.Finished;

/// <summary>What an evaluation tells when its model decides between two classes otherwise: everything that follows from what is said changes, what follows from probabilities stays.</summary>
public static class JudgedEvaluation
{
    /// <summary>How a prediction decides between its two classes; null where it says the likelier one.</summary>
    public static CaseDecision? DecisionOf(HeadEvaluation head)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (head is not { Thresholds: [var own], Classes.Names: { Count: 2 } names } || !names.Contains(own.Class))
        {
            return null;
        }

        return new(names[0] == own.Class ? 0 : 1, own.Threshold);
    }

    /// <summary>The evaluation with another decision; null where the prediction has no two classes, or no cases of the part that it speaks of are kept.</summary>
    /// <param name="before">As it is.</param>
    /// <param name="head">The prediction's name.</param>
    /// <param name="cases">Its cases.</param>
    /// <param name="decision">From when on a class is said; null for the likelier one.</param>
    /// <param name="worth">The values by which it was chosen; null where it was not chosen by any.</param>
    public static Evaluation? Of(Evaluation before, string head, HeadCases cases, CaseDecision? decision, AnswerValues? worth)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(cases);
        var place = before.Heads.ToList().FindIndex(h => h.Name == head);
        if (place < 0 || before.Heads[place] is not { Classes: { Names.Count: 2 } classes } one || cases.Of(before.Part) is not { } told)
        {
            return null;
        }

        var matrix = Matrix(told, decision);
        var judged = one with
        {
            Classes = classes with
            {
                Confusion = [.. Enumerable.Range(0, 2).Select(truth => (IReadOnlyList<long>)[matrix[truth, 0], matrix[truth, 1]])],
                PerClass = [.. classes.Names.Select((name, c) => Result(name, ClassScore.Of(matrix, c)))],
            },
            Thresholds = decision is null ? [] : [new ClassThreshold(classes.Names[decision.Class], decision.Threshold)],
            Worth = decision is null ? null : worth,
            // Which case is of which group is not kept.
            Groups = [],
            Examples = [.. one.Examples.Select(e => Told(e, classes.Names, decision))],
        };
        return before with
        {
            Samples = matrix.Cases,
            Train = Scores(before.Train, "train"),
            Validation = Scores(before.Validation, "validation"),
            Test = Scores(before.Test, "test"),
            Heads = [.. before.Heads.Select((h, i) => i == place ? judged : h)],
        };

        // The first prediction speaks for the model, further ones have their name before each score.
        IReadOnlyDictionary<string, double?> Scores(IReadOnlyDictionary<string, double?> scores, string part)
        {
            var changed = scores.ToDictionary(StringComparer.Ordinal);
            var known = cases.Of(part) is { } kept ? DecidedScores.Of(Matrix(kept, decision)).ToDictionary(s => s.Name, s => s.Value) : [];
            foreach (var name in DecidedScores.Names)
            {
                var key = changed.ContainsKey($"{head}.{name}") || place > 0 ? $"{head}.{name}" : name;
                if (changed.ContainsKey(key))
                {
                    changed[key] = known.TryGetValue(name, out var value) ? value : null;
                }
            }

            return changed;
        }
    }

    private static ClassResult Result(string name, ClassScore score) => new(name, score.Precision, score.Recall, score.F1, score.Cases);

    private static ConfusionMatrix Matrix(PartCases cases, CaseDecision? decision) =>
        new([.. Enumerable.Range(0, cases.Count).Select(i => cases.Said(decision, i))], [.. cases.True], 2);

    private static Example Told(Example example, IReadOnlyList<string> names, CaseDecision? decision)
    {
        var (said, truth) = (names.ToList().IndexOf(example.Predicted), names.ToList().IndexOf(example.True));
        if (example.Probability is not { } sure || said < 0 || truth < 0)
        {
            return example;
        }

        var other = said == truth ? 1 - sure : example.ProbabilityOfTrue ?? (1 - sure);
        double[] probabilities = said == 0 ? [sure, other] : [other, sure];
        var now = CaseDecision.Said(decision, probabilities[0], probabilities[1]);
        return example with { Predicted = names[now], Probability = probabilities[now], Right = now == truth };
    }
}
