using System.Globalization;
using Builder.Protocol;
using Builder.Training.Tests.Importances;
using Builder.Training.Tests.Oracles;

namespace Builder.Training.Tests.Explanations;

public sealed class ColumnVariationTests
{
    private const string Number = """{ "name": "y", "type": "number", "unit": "MPa", "transforms": [] }""";

    private static readonly string[] s_names = ["a", "b", "c"];

    // In a linear model the answer moves by the weight, for this row and for all others.
    [Fact]
    public void In_a_linear_model_both_curves_are_lines_of_the_weight_through_what_the_rows_hold()
    {
        double[] weights = [2, -0.5, 3];
        using var model = Linear(weights);

        var told = model.Vary(ExplainedModel.Row(s_names, [1, 7, 2]), "b", [Cell.ToCell(-4), Cell.ToCell(0), Cell.ToCell(12.5)]);

        Assert.Equal(("y", null, "MPa", "b", 50), (told.Output, told.Class, told.Unit, told.Column, told.Rows));
        Assert.Equal(0.5 + 2 - 3.5 + 6, told.Prediction, 1e-4);
        Assert.Equal([-4, 0, 12.5], told.Points.Select(p => p.Number!.Value));
        Assert.All(told.Points, point =>
        {
            var moved = weights[1] * point.Number!.Value;
            double[] others = [.. Enumerable.Range(0, 50).Select(row => 0.5 + (weights[0] * CellOf(row, 0)) + moved + (weights[2] * CellOf(row, 2))).Order()];
            Assert.Equal(0.5 + 2 + moved + 6, point.Prediction, 1e-4);
            Assert.Equal(others.Average(), point.Mean, 1e-4);
            // Of 50 rows the tenth lies between the fifth and the sixth, in proportion.
            Assert.Equal((0.1 * others[4]) + (0.9 * others[5]), point.Low, 1e-4);
            Assert.Equal((0.1 * others[45]) + (0.9 * others[44]), point.High, 1e-4);
        });
    }

    // The definition: each row that was learned from is asked with the value in its place.
    [Fact]
    public void The_mean_is_that_of_the_rows_asked_one_by_one_with_the_value_in_their_place()
    {
        var stored = OracleFile.Read("explanations.json").GetProperty("cases")[1];
        using var model = PredictionExplainerTests.Stored(stored, """{ "name": "y", "type": "category", "transforms": [{ "kind": "ordinal" }] }""", 3, "CrossEntropyLoss", y => $"class {y.GetInt32()}");
        var train = stored.GetProperty("train").GetInt32();
        var names = PredictionExplainerTests.Names(stored.GetProperty("x")[0].GetArrayLength());
        Dictionary<string, string?>[] rows = [.. stored.GetProperty("x").EnumerateArray().Take(train).Select(row => names.Zip(row.EnumerateArray()).ToDictionary(c => c.First, c => (string?)c.Second.GetRawText()))];
        var asked = PredictionExplainerTests.RowOf(stored);

        var told = model.Vary(asked, "c", [Cell.ToCell(-1.5), Cell.ToCell(0.25), Cell.ToCell(2)], null, "class 2");

        Assert.Equal(("class 2", train), (told.Class, told.Rows));
        Assert.All(told.Points, point =>
        {
            string value = point.Value;
            Assert.Equal(model.Predict([With(asked, value)])[0][2], point.Prediction, 1e-6);
            double[] each = [.. model.Predict([.. rows.Select(row => With(row, value))]).Select(p => p[2])];
            Assert.Equal(each.Average(), point.Mean, 1e-6);
            Assert.InRange(point.Mean, point.Low, point.High);
        });
        Assert.True(told.Points.Select(p => Math.Round(p.Mean, 3)).Distinct().Count() > 1);
    }

    // A category that is read as several places moves whole.
    [Fact]
    public void Each_category_gives_the_answer_that_the_model_gives_for_it()
    {
        using var model = new ExplainedModel(Export.PreparedProject.Json, Export.PreparedProject.Csv);
        var lines = Export.PreparedProject.Csv.Split('\n');
        var row = lines[0].Split(',').Zip(lines[8].Split(',')).ToDictionary(p => p.First, p => (string?)p.Second);
        Cell[] values = [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[Array.IndexOf(lines[0].Split(','), "district")]).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Select(Cell.ToCell)];

        var told = model.Vary(row, "district", values, "sold");

        Assert.All(told.Points, point => Assert.Null(point.Number));
        Assert.Equal(values.Select(v => v.Text), told.Points.Select(p => p.Value));
        Assert.Equal(told.Prediction, told.Points.Single(p => p.Value == row["district"]).Prediction, 0.02);
    }

    [Fact]
    public void What_gives_no_number_or_takes_too_long_is_told_in_words()
    {
        using var broken = Linear([double.NaN, 0, 0]);
        using var slow = Linear([1, 0, 0]);

        Assert.Contains("gives no number", Refused(broken, 60), StringComparison.Ordinal);
        Assert.Contains("computes too slowly", Refused(slow, 0), StringComparison.Ordinal);
    }

    private static string Refused(ExplainedModel model, double seconds) => Assert.Throws<TrainingException>(
        () => model.Vary(ExplainedModel.Row(s_names, [1, 1, 1]), "a", [Cell.ToCell(0), Cell.ToCell(1)], seconds: seconds)).Reason.Words.En;

    private static Dictionary<string, string?> With(IReadOnlyDictionary<string, string?> row, string value) => new(row) { ["c"] = value };

    private static double CellOf(int row, int column) => ((row * (column + 3)) + (column * column)) % 17 / 4.0;

    private static ExplainedModel Linear(double[] weights) => new(
        ImportanceRun.Linear(ExplainedModel.Numbers(s_names, Number), "y", 1).Chain("input", "out"),
        "a,b,c,y,part\n" + string.Concat(Enumerable.Range(0, 60).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{CellOf(row, 0)},{CellOf(row, 1)},{CellOf(row, 2)},{row % 5},{(row < 50 ? "train" : "test")}\n"))),
        ("out.weight", weights), ("out.bias", [0.5]));
}
