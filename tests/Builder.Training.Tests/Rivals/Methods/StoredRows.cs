using System.Text.Json;
using Builder.Graph.Metrics;
using Builder.Training.Rivals.Methods;
using Builder.Training.Tests.Oracles;

namespace Builder.Training.Tests.Rivals.Methods;

/// <summary>Rows that scikit-learn's methods learned from, and what those say of others.</summary>
internal sealed class StoredRows
{
    private static readonly JsonElement s_stored = OracleFile.Read("rivals.json");
    private readonly JsonElement _case;

    public StoredRows(string name, TaskKind task, int outputs)
    {
        _case = s_stored.GetProperty(name);
        Problem = new(task, outputs, RivalInputs.Numbers, 1);
        True = [.. _case.GetProperty("true").EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Array ? 0 : v.GetDouble())];
        Training = Read("train", "own");
        Test = Read("test", "true");
    }

    public RivalProblem Problem { get; }

    public RivalRows Training { get; }

    public RivalRows Test { get; }

    /// <summary>The true class, or quantity, of each row of the test.</summary>
    public double[] True { get; }

    /// <summary>What a method of scikit-learn's says of each row of the test.</summary>
    public double[] Said(string method) =>
        [.. _case.GetProperty(method).EnumerateArray().SelectMany(row => row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().Select(v => v.GetDouble()) : [row.GetDouble()])];

    public double Score(string method) => _case.GetProperty("scores").GetProperty(method).GetDouble();

    public double Number(string name) => _case.GetProperty(name).GetDouble();

    /// <summary>The share of the test's rows whose likeliest class is the true one.</summary>
    public double Accuracy(double[] said) => True.Select((own, row) => said.AsSpan(row * Problem.Outputs, Problem.Outputs).ToArray() is var p && Array.IndexOf(p, p.Max()) == (int)own ? 1.0 : 0).Average();

    public double Error(double[] said) => said.Zip(True, (s, t) => Math.Abs(s - t)).Average();

    public static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    private RivalRows Read(string features, string targets)
    {
        var rows = _case.GetProperty(features).Deserialize<double[][]>()!;
        var truths = _case.GetProperty(targets).EnumerateArray().Select(Target).ToArray();
        return new(rows.Length, [.. truths.SelectMany(t => t)])
        {
            Numbers = new([.. rows.SelectMany(r => r.Select(v => (float)v))], rows[0].Length),
            Pixels = new([.. rows.SelectMany(r => r.Select(v => (float)v))], rows[0].Length),
            Tokens = _case.TryGetProperty("words", out var words) ? new([.. rows.SelectMany(r => r.Select(v => (int)v))], rows[0].Length, words.GetInt32()) : null,
        };
    }

    private double[] Target(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetDouble())]
        : Problem.IsOneOfSeveral ? [.. Enumerable.Range(0, Problem.Outputs).Select(own => own == value.GetInt32() ? 1.0 : 0)]
        : [value.GetDouble()];
}
