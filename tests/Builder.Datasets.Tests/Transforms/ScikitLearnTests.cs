using System.Text.Json;
using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Datasets.Tests.Preparation;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Transforms;

/// <summary>Agreement with scikit-learn's values, which Oracles/transforms.py made.</summary>
public sealed class ScikitLearnTests
{
    private static readonly JsonElement s_oracle =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Oracles", "transforms.json"))).RootElement;

    public static TheoryData<string> Columns => [.. s_oracle.GetProperty("numbers").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Columns))]
    public void Standardised_columns_agree(string name)
    {
        var column = Column(name);

        var data = Prepare(Numbers(column, "values"), new Standardize());

        var step = Assert.IsType<FittedStandardize>(data.Fitted["x"].Steps[0]);
        AssertClose(column.GetProperty("mean").GetDouble(), step.Mean, 1e-12);
        AssertClose(column.GetProperty("std").GetDouble(), step.Std, 1e-9);
        AssertClose(Numbers(column, "standardize"), data.Floats("x"));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Columns_moved_to_a_range_agree(string name) => AssertClose(
        Numbers(Column(name), "minMax"),
        Prepare(Numbers(Column(name), "values"), new MinMax { Low = -1, High = 2 }).Floats("x"));

    [Theory]
    [MemberData(nameof(Columns))]
    public void Filled_columns_agree(string name)
    {
        foreach (var strategy in new[] { ImputeStrategy.Mean, ImputeStrategy.Median, ImputeStrategy.MostFrequent })
        {
            var expected = Numbers(Column(name).GetProperty("impute"), JsonNamingPolicy.CamelCase.ConvertName(strategy.ToString()));

            AssertClose(expected, Prepare(Numbers(Column(name), "gaps"), new Impute { Strategy = strategy }).Floats("x"));
        }
    }

    [Fact]
    public void One_hot_columns_agree_also_for_categories_that_training_never_saw()
    {
        var names = s_oracle.GetProperty("names").EnumerateArray().Select(name => name.GetString()).ToArray();
        var table = Tables.Of(Tables.Texts("c", names), Parts(names.Length));

        var data = Tables.Prepare(table, Tables.Data(new GivenSplit { By = "part" }, Tables.Category("c", new OneHot())));

        Assert.Equal(s_oracle.GetProperty("classes").EnumerateArray().Select(c => c.GetString()), data.Fitted["c"].Schema.ClassNames);
        AssertClose(Numbers(s_oracle, "oneHot"), data.Floats("c"));
    }

    private static PreparedData Prepare(double[] values, Transform transform) => Tables.Prepare(
        Tables.Of(Tables.Numbers("x", values), Parts(values.Length)),
        Tables.Data(new GivenSplit { By = "part" }, Tables.Number("x", transform)));

    private static TextColumn Parts(int rows)
    {
        var train = s_oracle.GetProperty("train").GetInt32();
        return Tables.Texts("part", [.. Enumerable.Range(0, rows).Select(row => row < train ? "train" : "test")]);
    }

    private static JsonElement Column(string name) =>
        s_oracle.GetProperty("numbers").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    private static double[] Numbers(JsonElement parent, string property) =>
        [.. parent.GetProperty(property).EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())];

    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Abs(expected), $"{actual:R} is not {expected:R}.");

    // To the last bit of 32. Numbers near 1e8 have 1.5e-8 between neighbours, so their mean, and what is left of them after it is taken
    // off, can be no closer than that.
    private static void AssertClose(double[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair =>
            Assert.True(Math.Abs(pair.First - pair.Second) <= 6e-8 * Math.Abs(pair.First) + 2e-8, $"{pair.Second:R} is not {pair.First:R}."));
    }
}
