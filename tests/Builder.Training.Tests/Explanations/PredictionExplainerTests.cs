using System.Globalization;
using System.Text.Json;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Training.Tests.Importances;
using Builder.Training.Tests.Oracles;

namespace Builder.Training.Tests.Explanations;

public sealed class PredictionExplainerTests
{
    private const string Number = """{ "name": "y", "type": "number", "transforms": [] }""";

    private static readonly JsonElement s_stored = OracleFile.Read("explanations.json");

    /// <summary>The target is scaled for the network; values and usual answer are in its own unit.</summary>
    [Fact]
    public void The_values_for_a_number_are_those_of_the_definition_in_its_own_unit()
    {
        var stored = s_stored.GetProperty("cases")[0];
        using var model = Stored(stored, """{ "name": "y", "type": "number", "unit": "MPa", "transforms": [{ "kind": "standardize" }] }""", 1, "MSELoss", y => y.GetDouble().ToString("R", CultureInfo.InvariantCulture));

        var why = model.Explain(RowOf(stored));

        Assert.Equal(("y", null, "MPa", 40, null), (why.Output, why.Class, why.Unit, why.Rows, why.Orders));
        AssertIsStored(stored.GetProperty("explained")[0], why, 1e-3);
        Assert.All(why.Contributions, c => Assert.Null(c.StandardError));
    }

    [Fact]
    public void The_values_for_a_class_are_those_of_its_probability_the_one_that_is_said_or_another()
    {
        var stored = s_stored.GetProperty("cases")[1];
        using var model = Stored(stored, """{ "name": "y", "type": "category", "transforms": [{ "kind": "ordinal" }] }""", 3, "CrossEntropyLoss", y => $"class {y.GetInt32()}");

        var said = model.Explain(RowOf(stored));
        Assert.Equal($"class {stored.GetProperty("told").GetInt32()}", said.Class);
        AssertIsStored(stored.GetProperty("explained")[0], said, 1e-5);

        var other = stored.GetProperty("explained")[1];
        AssertIsStored(other, model.Explain(RowOf(stored), "y", $"class {other.GetProperty("class").GetInt32()}"), 1e-5);
    }

    [Fact]
    public void Estimates_lie_within_four_standard_errors_of_the_values_and_add_up_as_well()
    {
        var stored = s_stored.GetProperty("cases")[0];
        using var model = Stored(stored, """{ "name": "y", "type": "number", "transforms": [{ "kind": "standardize" }] }""", 1, "MSELoss", y => y.GetDouble().ToString("R", CultureInfo.InvariantCulture));

        var why = model.Explain(RowOf(stored), exactUpTo: 0);

        Assert.Equal(200, why.Orders);
        var exact = stored.GetProperty("explained")[0].Doubles("values");
        Assert.All(why.Contributions.Zip(exact), pair =>
        {
            Assert.InRange(pair.First.StandardError!.Value, 1e-9, 1);
            Assert.InRange(Math.Abs(pair.First.Value - pair.Second), 0, 4 * pair.First.StandardError.Value);
        });
        Assert.Contains(why.Contributions.Zip(exact), pair => Math.Abs(pair.First.Value - pair.Second) > 1e-3);
        AssertAddsUp(why);

        var again = model.Explain(RowOf(stored), exactUpTo: 0);
        Assert.Equal(why.Contributions, again.Contributions);
        Assert.Equal((why.Base, why.Prediction), (again.Base, again.Prediction));
    }

    /// <summary>Of twelve columns orders are tried; in a linear model every order says the same: the weight times the distance from the mean.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    public void In_a_linear_model_a_value_is_the_weight_times_the_distance_from_the_mean(int columns)
    {
        string[] names = [.. Enumerable.Range(0, columns).Select(c => $"c{c}")];
        double Cell(int row, int column) => ((row * (column + 3)) + (column * column)) % 17 / 4.0;
        double[] weights = [.. Enumerable.Range(0, columns).Select(c => c == 2 ? 0 : (c % 2 == 0 ? 1 : -0.5) * (c + 1))];
        using var model = Linear(names, weights, Cell);
        double[] given = [.. names.Select((_, c) => 2.5 - c)];

        var why = model.Explain(ExplainedModel.Row(names, given));

        Assert.Equal(columns > 10, why.Orders is not null);
        for (var c = 0; c < columns; c++)
        {
            var mean = Enumerable.Range(0, 50).Average(row => Cell(row, c));
            Assert.Equal(weights[c] * (given[c] - mean), why.Contributions[c].Value, 1e-3);
        }

        // A column that the model does not look at has pushed nothing.
        Assert.Equal(0, why.Contributions[2].Value, 1e-5);
        AssertAddsUp(why);
    }

    [Fact]
    public void Columns_that_do_the_same_get_the_same_even_where_they_work_only_together()
    {
        using var model = new ExplainedModel(
            ImportanceRun.Linear(ExplainedModel.Numbers(["a", "b", "c"], Number), "y", 1).Block("hidden", "Linear", """{ "out_features": 2 }""").Block("relu", "ReLU").Chain("input", "hidden", "relu", "out"),
            "a,b,c,y,part\n" + string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"0,0,{i % 3},{i % 5},{Part(i, 30)}\n"))),
            ("hidden.weight", [1, 1, 0, 0, 0, 0]), ("hidden.bias", [-1, 0]), ("out.weight", [5, 0]), ("out.bias", [0]));

        var why = model.Explain(ExplainedModel.Row(["a", "b", "c"], [1, 1, 9]));

        // relu(a + b − 1) · 5 is 5 where both are 1, and 0 where one of them is: half for each.
        Assert.Equal([2.5, 2.5, 0], why.Contributions.Select(c => Math.Round(c.Value, 5)));
    }

    [Fact]
    public void Other_weights_have_other_values()
    {
        var stored = s_stored.GetProperty("cases")[1];
        using var model = Stored(stored, """{ "name": "y", "type": "category", "transforms": [{ "kind": "ordinal" }] }""", 3, "CrossEntropyLoss", y => $"class {y.GetInt32()}");
        var before = model.Explain(RowOf(stored), null, "class 1");
        var random = new Random(5);
        model.Set([.. new[] { ("first.weight", 25), ("first.bias", 5), ("out.weight", 15), ("out.bias", 3) }
            .Select(w => (w.Item1, Enumerable.Range(0, w.Item2).Select(_ => random.NextDouble() - 0.5).ToArray()))]);

        var after = model.Explain(RowOf(stored), null, "class 1");

        Assert.True(before.Contributions.Zip(after.Contributions).Sum(pair => Math.Abs(pair.First.Value - pair.Second.Value)) > 0.05);
        AssertAddsUp(after);
    }

    /// <summary>A category, a date that is read twice, labels and a gap: whatever is read of a column moves together, and heads of every kind can be explained.</summary>
    [Fact]
    public void Every_kind_of_column_and_of_answer_is_explained_and_adds_up()
    {
        using var model = new ExplainedModel(Export.PreparedProject.Json, Export.PreparedProject.Csv);
        var row = Export.PreparedProject.Csv.Split('\n')[0].Split(',').Zip(Export.PreparedProject.Csv.Split('\n')[8].Split(',')).ToDictionary(p => p.First, p => (string?)p.Second);

        var why = model.Explain(row, "sold");

        Assert.Equal(["district", "size", "price", "change", "level", "colour", "day", "moment", "tags"], why.Contributions.Select(c => c.Column));
        Assert.Equal("€", why.Unit);
        AssertAddsUp(why);
        Assert.Equal("sold2", model.Explain(row, "sold2").Output);

        using var heads = new ExplainedModel(Export.PreparedProject.Heads, Export.PreparedProject.Csv);
        Assert.Equal("district 3", heads.Explain(row, "district", "district 3").Class);
        var label = heads.Explain(row, "tags", "b");
        Assert.Equal(("tags", "b"), (label.Output, label.Class));
        Assert.Equal(["price", "change"], label.Contributions.Select(c => c.Column));
        Assert.InRange(label.Prediction, 0, 1);
        AssertAddsUp(label);
    }

    [Fact]
    public void What_is_not_there_is_told_in_words_with_what_there_is()
    {
        var stored = s_stored.GetProperty("cases")[1];
        using var model = Stored(stored, """{ "name": "y", "type": "category", "transforms": [{ "kind": "ordinal" }] }""", 3, "CrossEntropyLoss", y => $"class {y.GetInt32()}");
        using var number = Linear(["a"], [1], (row, _) => row);

        Assert.Equal("The model knows no class “plum”. It knows “class 0”, “class 1”, “class 2”.", Refused(() => model.Explain(RowOf(stored), null, "plum")));
        Assert.Equal("The model predicts no “weight”. It predicts “y”.", Refused(() => model.Explain(RowOf(stored), "weight")));
        Assert.Equal("“y” is a number and has no classes. Ask without a class.", Refused(() => number.Explain(ExplainedModel.Row(["a"], [1]), null, "plum")));
        Assert.Contains("computes too slowly", Refused(() => model.Explain(RowOf(stored), seconds: 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_data_that_it_has_learned_from_nothing_is_explained()
    {
        using var changed = Stored(s_stored.GetProperty("cases")[0], """{ "name": "y", "type": "number", "transforms": [{ "kind": "standardize" }] }""", 1, "MSELoss", y => y.GetDouble().ToString("R", CultureInfo.InvariantCulture));
        File.AppendAllText(changed.Data, "1,1,1,1,1,1,1,1,500,train\n");
        Assert.Equal(TrainingMessages.ExplanationDataChanged.Code, Assert.Throws<TrainingException>(() => changed.Background).Code);

        using var gone = Linear(["a"], [1], (row, _) => row);
        File.Delete(gone.Data);
        Assert.Contains("data.csv", Assert.ThrowsAny<Builder.Graph.Messages.BuilderException>(() => gone.Background).Reason.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_makes_the_answer_no_number_is_told_in_words()
    {
        using var model = Linear(["a"], [double.NaN], (row, _) => row);

        Assert.Contains("gives no number", Refused(() => model.Explain(ExplainedModel.Row(["a"], [1]))), StringComparison.Ordinal);
    }

    private static ExplainedModel Linear(string[] names, double[] weights, Func<int, int, double> cell) => new(
        ImportanceRun.Linear(ExplainedModel.Numbers(names, Number), "y", 1).Chain("input", "out"),
        $"{string.Join(',', names)},y,part\n" + string.Concat(Enumerable.Range(0, 60).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{string.Join(',', names.Select((_, c) => cell(row, c).ToString(CultureInfo.InvariantCulture)))},{row % 5},{Part(row, 50)}\n"))),
        ("out.weight", weights), ("out.bias", [0.5]));

    internal static ExplainedModel Stored(JsonElement stored, string target, int outputs, string loss, Func<JsonElement, string> told)
    {
        var (x, y, train) = (stored.GetProperty("x"), stored.GetProperty("y"), stored.GetProperty("train").GetInt32());
        var names = Names(x[0].GetArrayLength());
        var csv = $"{string.Join(',', names)},y,part\n" + string.Concat(x.EnumerateArray().Zip(y.EnumerateArray()).Select((row, i) =>
            $"{string.Join(',', row.First.EnumerateArray().Select(cell => cell.GetRawText()))},{told(row.Second)},{Part(i, train)}\n"));
        var project = ImportanceRun.Linear(ExplainedModel.Numbers(names, target), "y", outputs, loss).Block("first", "Linear", """{ "out_features": 5 }""").Block("tanh", "Tanh").Chain("input", "first", "tanh", "out");
        return new(project, csv, [.. stored.GetProperty("weights").EnumerateObject().Select(w => (w.Name, Flat(w.Value)))]);
    }

    internal static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(c => ((char)('a' + c)).ToString())];

    internal static Dictionary<string, string?> RowOf(JsonElement stored)
    {
        var row = stored.Doubles("row");
        return ExplainedModel.Row(Names(row.Length), row);
    }

    private static double[] Flat(JsonElement values) => values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray().SelectMany(Flat)] : [values.GetDouble()];

    private static string Part(int row, int train) => row < train ? "train" : "test";

    private static string Refused(Func<PredictionExplanation> explain) => Assert.Throws<TrainingException>(explain).Reason.Words.En;

    private static void AssertIsStored(JsonElement stored, PredictionExplanation why, double tolerance)
    {
        Assert.Equal(stored.Doubles("values"), why.Contributions.Select(c => c.Value), (a, b) => Math.Abs(a - b) < tolerance);
        Assert.Equal(stored.GetProperty("base").GetDouble(), why.Base, tolerance);
        Assert.Equal(stored.GetProperty("prediction").GetDouble(), why.Prediction, tolerance);
        AssertAddsUp(why);
    }

    private static void AssertAddsUp(PredictionExplanation why) =>
        Assert.Equal(why.Prediction, why.Base + why.Contributions.Sum(c => c.Value), 1e-3 * Math.Max(1e-3, Math.Abs(why.Prediction)));
}
