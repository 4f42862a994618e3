using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;

namespace Builder.Web.Tests.Evaluate;

/// <summary>Small evaluations for tests.</summary>
internal static class Evaluations
{
    private static readonly Dictionary<string, double?> None = [];

    /// <summary>Two classes, "no" and "yes": so many right out of so many.</summary>
    public static Evaluation Classes(long right, long cases, double? baseline = 0.5, double train = 0.9, string part = "test")
    {
        var accuracy = (double)right / cases;
        var scores = new Dictionary<string, double?> { ["accuracy"] = accuracy, ["loss"] = 0.3 };
        var wrong = cases - right;
        return new()
        {
            Task = TaskKind.Classification,
            Part = part,
            Samples = cases,
            Train = part == "train" ? scores : new() { ["accuracy"] = train, ["loss"] = 0.1 },
            Validation = part == "validation" ? scores : new() { ["accuracy"] = 0.9 },
            Test = part == "test" ? scores : None,
            Baseline = baseline is { } plain ? new Dictionary<string, double?> { ["accuracy"] = plain } : None,
            Units = new Dictionary<string, string>(),
            Heads = [Head(right, wrong)],
        };
    }

    /// <summary>A quantity in MPa.</summary>
    public static Evaluation Values(double error, double baseline, int cases = 200)
    {
        var random = new Random(1);
        return new()
        {
            Task = TaskKind.Regression,
            Part = "test",
            Samples = cases,
            Train = new Dictionary<string, double?> { ["mae"] = error },
            Validation = None,
            Test = new Dictionary<string, double?> { ["mae"] = error, ["r2"] = 0.9 },
            Baseline = new Dictionary<string, double?> { ["mae"] = baseline },
            Units = new Dictionary<string, string> { ["mae"] = "MPa" },
            Heads =
            [
                new()
                {
                    Name = "strength",
                    Task = TaskKind.Regression,
                    Targets = ["strength"],
                    Values =
                    [
                        new("strength", "MPa", [.. Enumerable.Range(0, cases).Select(i => new ValuePoint(i, i + (error * 2 * random.NextDouble())))],
                            false, new(-10, 10, [1, 5, 9, 5, 1]), 0.1),
                    ],
                    Examples = [new() { Row = 4, True = "40", Predicted = "45", Loss = 5, Inputs = new Dictionary<string, string?> { ["cement"] = "540" } }],
                },
            ],
        };
    }

    /// <summary>Two labels of 100 films: "comedy", of which most are found, and "drama", of which few are; one film has none.</summary>
    public static Evaluation Labels(double macroF1 = 0.7, double baseline = 0.4, double low = 0.6, double high = 0.8, bool chosen = true) => new()
    {
        Task = TaskKind.MultiLabel,
        Part = "test",
        Samples = 100,
        Train = new Dictionary<string, double?> { ["macroF1"] = macroF1 },
        Validation = None,
        Test = new Dictionary<string, double?> { ["macroF1"] = macroF1, ["precision"] = 0.8, ["recall"] = 0.65, ["prAuc"] = 0.75, ["subsetAccuracy"] = 0.62 },
        Baseline = new Dictionary<string, double?> { ["macroF1"] = baseline, ["prAuc"] = 0.3, ["subsetAccuracy"] = 0.2 },
        Units = new Dictionary<string, string>(),
        Heads =
        [
            new()
            {
                Name = "genre",
                Task = TaskKind.MultiLabel,
                Targets = ["genre"],
                Labels = new()
                {
                    PerLabel = [new("comedy", 0.9, 0.9, 0.9, 50, 50, 45, 0.95, chosen ? 0.41 : 0.5), new("drama", 0.5, 0.4, 0.44, 10, 8, 4, 0.5, 0.5)],
                    Curves = [],
                    MacroF1Range = new(low, high),
                },
                Thresholds = chosen ? [new("comedy", 0.41), new("drama", 0.5)] : [],
                Examples =
                [
                    new() { Row = 3, True = "drama", Predicted = "", Loss = 1.2, Right = false, Inputs = new Dictionary<string, string?> { ["minutes"] = "90" } },
                    new() { Row = 5, True = "", Predicted = "", Loss = 0.1, Right = true, Inputs = new Dictionary<string, string?> { ["minutes"] = "70" } },
                ],
            },
        ],
    };

    private static HeadEvaluation Head(long right, long wrong) => new()
    {
        Name = "answer",
        Task = TaskKind.Classification,
        Targets = ["answer"],
        Classes = new()
        {
            Names = ["no", "yes"],
            Confusion = [[right / 2, wrong], [0, right - (right / 2)]],
            PerClass = [new("no", 1, 0.8, 0.89, (right / 2) + wrong), new("yes", 0.8, 1, 0.89, right - (right / 2))],
            Curves = [new("yes", 0.95, 0.9, [new(0, 0, null), new(0.1, 0.9, 0.5), new(1, 1, 0)], [new(0, 1, null), new(1, 0.5, 0)])],
            Calibration = [new(0.2, 0.1, 10), new(0.9, 0.95, 20)],
        },
        Examples =
        [
            new() { Row = 7, True = "no", Predicted = "yes", Loss = 3, Right = false, Probability = 0.97, Inputs = new Dictionary<string, string?> { ["age"] = "41" } },
            new() { Row = 2, True = "yes", Predicted = "yes", Loss = 0.1, Right = true, Probability = 0.9, Inputs = new Dictionary<string, string?> { ["age"] = "17" } },
        ],
    };
}
