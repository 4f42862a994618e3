using Builder.Datasets.Tests.Preparation;
using Builder.Graph.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Transforms;

public class TransformTests
{
    private static readonly Gen<double[]> s_numbers =
        Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 1000.0).NonEmptyListOf().Select(list => list.ToArray());

    [Fact]
    public void Back_and_forth_gives_the_first_numbers_again()
    {
        Transform[][] chains =
        [
            [new Standardize()],
            [new MinMax { Low = -1, High = 1 }],
            [new Log { Offset = 1001 }],
            [new Log { Offset = 2000 }, new Standardize()],
            [new Asinh()],
            [new Asinh(), new Standardize()],
            [new Impute(), new Standardize(), new MinMax { Low = 3, High = 9 }],
        ];
        foreach (var chain in chains)
        {
            Prop.ForAll(s_numbers.ToArbitrary(), numbers =>
            {
                var data = Tables.Prepare(Tables.Of(Tables.Numbers("x", numbers)), Tables.Number("x", chain));
                // 32 bits hold seven digits; the logarithm of 3000 loses the most, some 0.002 on the way back.
                var rounding = (numbers.Max() - numbers.Min() + Math.Abs(numbers.Average())) * 1e-5 + 2e-3;
                return data.Floats("x").Zip(numbers).All(pair => Math.Abs(data.Fitted.ToUnits("x", pair.First) - pair.Second) <= rounding);
            }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Few_large_numbers_are_drawn_together_whatever_their_sign()
    {
        var table = Tables.Of(Tables.Numbers("x", 0, 2, -2, 4, 8, -1000, 1e6));

        var data = Tables.Prepare(table, Tables.Number("x", new Asinh()));

        // The sizes 2, 2, 4, 8, 1000, 1e6 have the lower quartile 2, and asinh(x) is ln(x + √(x² + 1)).
        double[] scaled = [0, 1, -1, 2, 4, -500, 500_000];
        Assert.All(scaled.Zip(data.Floats("x")), pair => Assert.Equal(Math.Sign(pair.First) * Math.Log(Math.Abs(pair.First) + Math.Sqrt((pair.First * pair.First) + 1)), pair.Second, 1e-5));
        Assert.Equal(-3.5, data.Fitted.ToUnits("x", Math.Asinh(-1.75)), 1e-9);
    }

    [Fact]
    public void Of_nothing_but_zeros_nothing_is_drawn_together()
    {
        var data = Tables.Prepare(Tables.Of(Tables.Numbers("x", 0, 0, 0)), Tables.Number("x", new Asinh()));

        Assert.All(data.Floats("x"), value => Assert.Equal(0, value));
        Assert.Equal(1, data.Fitted.ToUnits("x", Math.Asinh(1)), 1e-9);
    }

    [Fact]
    public void A_constant_column_becomes_zeros_and_comes_back()
    {
        var table = Tables.Of(Tables.Numbers("x", 0.1, 0.1, 0.1));

        var data = Tables.Prepare(table, Tables.Number("x", new Standardize()));

        Assert.All(data.Floats("x"), value => Assert.Equal(0, value, 1e-6f));
        Assert.Equal(0.1, data.Fitted.ToUnits("x", 0), 1e-9);
        Assert.Equal(0.6, data.Fitted.ToUnits("x", 0.5), 1e-9);
    }

    [Theory]
    [InlineData(ImputeStrategy.Mean, 3)]
    [InlineData(ImputeStrategy.Median, 2)]
    [InlineData(ImputeStrategy.MostFrequent, 1)]
    [InlineData(ImputeStrategy.Constant, -7)]
    public void A_missing_number_is_filled_by_the_chosen_rule(ImputeStrategy strategy, float expected)
    {
        var table = Tables.Of(Tables.Numbers("x", 1, double.NaN, 1, 2, 3, 8));
        var impute = new Impute { Strategy = strategy, Value = -7 };

        var data = Tables.Prepare(table, Tables.Number("x", impute));

        Assert.Equal([1, expected, 1, 2, 3, 8], data.Floats("x"));
    }

    [Theory]
    [InlineData(ImputeStrategy.MostFrequent, "b")]
    [InlineData(ImputeStrategy.Constant, "none")]
    public void A_missing_category_is_filled_by_the_chosen_rule(ImputeStrategy strategy, string expected)
    {
        var table = Tables.Of(Tables.Texts("c", "b", null, "a", "b"));
        var impute = new Impute { Strategy = strategy, Category = "none" };

        var data = Tables.Prepare(table, Tables.Category("c", impute));

        Assert.Equal(["b", expected, "a", "b"], data.Longs("c").Select(index => data.Fitted.ClassName("c", (int)index)));
    }

    [Fact]
    public void Classes_are_numbered_by_name_and_numbers_by_value()
    {
        var table = Tables.Of(Tables.Texts("name", "pear", "apple", "fig"), Tables.Numbers("size", 10, 9, 100));

        var data = Tables.Prepare(table, Tables.Category("name"), Tables.Category("size"));

        Assert.Equal(["apple", "fig", "pear"], data.Schema.Find("name")!.ClassNames);
        Assert.Equal(["9", "10", "100"], data.Schema.Find("size")!.ClassNames);
        Assert.Equal([2, 0, 1], data.Longs("name"));
        Assert.Equal([1, 0, 2], data.Longs("size"));
    }

    [Fact]
    public void One_hot_rows_have_a_single_one_in_the_place_of_their_class()
    {
        var table = Tables.Of(Tables.Texts("c", "b", "a", "c", "a"));

        var data = Tables.Prepare(table, Tables.Category("c", new OneHot()));

        Assert.Equal([0, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0], data.Floats("c"));
        Assert.Equal([3], data.Schema.Find("c")!.SampleShape);
    }

    [Theory]
    [InlineData(DatePartKind.Year, 2024, 1999)]
    [InlineData(DatePartKind.Month, 2, 12)]
    [InlineData(DatePartKind.Day, 29, 31)]
    [InlineData(DatePartKind.DayOfWeek, 4, 5)]
    [InlineData(DatePartKind.DayOfYear, 60, 365)]
    [InlineData(DatePartKind.Hour, 0, 23)]
    public void A_part_of_a_date_is_taken_as_a_number(DatePartKind part, float first, float second)
    {
        var table = Tables.Of(Tables.Texts("d", "2024-02-29 00:59", "1999-12-31 23:00"));

        var data = Tables.Prepare(table, Tables.Date("d", new DatePart { Part = part }));

        Assert.Equal([first, second], data.Floats("d"));
    }

    [Fact]
    public void A_part_of_a_date_goes_round_in_a_circle()
    {
        var table = Tables.Of(Tables.Texts("d", "2024-01-31", "2024-04-01", "2024-07-01", "2024-10-01"));
        var part = new DatePart { Part = DatePartKind.Month, As = DatePartForm.SineCosine };

        var data = Tables.Prepare(table, Tables.Date("d", part));

        float[] expected = [0, 1, 1, 0, 0, -1, -1, 0];
        Assert.All(data.Floats("d").Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
        Assert.Equal([2], data.Columns["d"].RowShape);
    }

    [Theory]
    [InlineData("31.12.2023", "01.02.2024")]
    [InlineData("12/31/2023", "2/1/2024")]
    [InlineData("31/12/2023", "1/2/2024")]
    [InlineData("2023年12月31日", "2024年2月1日")]
    [InlineData("2023-12-31 00:00:00", "2024-02-01T00:00:00Z")]
    public void Dates_are_read_in_the_form_that_fits_the_whole_column(string first, string second)
    {
        var table = Tables.Of(Tables.Texts("d", first, second));

        var data = Tables.Prepare(table, Tables.Date("d"));

        Assert.Equal([19722, 19754], data.Floats("d"));
    }

    [Fact]
    public void A_date_counts_in_days_and_can_be_standardised()
    {
        var table = Tables.Of(Tables.Texts("d", "2024-01-01", "2024-01-03"));

        var data = Tables.Prepare(table, Tables.Date("d", new Standardize()));

        Assert.Equal([-1, 1], data.Floats("d"));
    }
}
