using System.Globalization;
using Builder.Protocol;
using Builder.Web.Scores;

namespace Builder.Web.Tests.Use;

public sealed class FieldCheckTests
{
    [Theory]
    [InlineData("15", false)]
    [InlineData("-4.9", false)]
    [InlineData("35.1", true)]
    [InlineData("many", false)]
    [InlineData("", false)]
    public void Of_a_model_that_only_knows_the_usual_range_a_number_is_outside_where_it_is_more_than_that_beyond_it(string value, bool expected) =>
        Assert.Equal(expected, FieldCheck.IsOutside(new("x", "number", null, null, 5, 20, null, false, null), value));

    [Theory]
    [InlineData("0.17", false)]
    [InlineData("80", false)]
    [InlineData("80.0000001", false)]
    [InlineData("80.5", true)]
    [InlineData("-5", true)]
    [InlineData("", false)]
    public void A_number_is_outside_where_no_training_row_was_so_small_or_so_large(string value, bool expected) => Assert.Equal(
        expected, FieldCheck.IsOutside(new("age", "number", null, null, 1, 60, null, true, null) { Least = 0.17, Most = 80 }, value));

    [Theory]
    [InlineData("3.125", null, 3.125)]
    [InlineData("3.125", ",", 3.125)]
    [InlineData("3,125", ",", 3.125)]
    [InlineData("3,125", null, 3125)]
    [InlineData("3,5", null, 3.5)]
    [InlineData("21.522,51", null, 21522.51)]
    [InlineData("$ 1,234.50", ",", 1234.5)]
    [InlineData("12 %", null, 12)]
    [InlineData("five", ",", null)]
    [InlineData("", null, null)]
    public void A_number_may_be_typed_with_a_point_or_as_the_training_file_writes_it(string text, string? mark, object? value)
    {
        var input = new InputDescription("x", "number", null, null, null, null, null, false, null) { Decimal = mark };
        double? expected = value is null ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture);
        Assert.Equal(expected, FieldCheck.Typed(input, text));
        Assert.Equal(expected is not null, FieldCheck.IsUsable(input, text));
        Assert.Equal(expected is { } number ? Cell.ToCell(number) : Cell.ToCell(text), FieldCheck.CellOf(input, text));
    }

    [Theory]
    [InlineData("850K", true, 850_000)]
    [InlineData("1.2M", true, 1_200_000)]
    [InlineData("~3万", true, 30_000)]
    [InlineData("850", true, 850)]
    [InlineData("850K", false, 850)]
    [InlineData("1.2M", false, null)]
    public void Thousands_and_millions_may_be_typed_where_the_training_file_has_them(string text, bool hasMagnitudes, object? value)
    {
        double? expected = value is null ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture);
        Assert.Equal(expected, FieldCheck.Typed(new("x", "number", null, null, null, null, null, false, null) { HasMagnitudes = hasMagnitudes }, text));
    }

    [Theory]
    [InlineData("red", false)]
    [InlineData("purple", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_category_is_outside_where_the_model_does_not_know_it(string? value, bool expected) =>
        Assert.Equal(expected, FieldCheck.IsOutside(new("x", "category", null, ["red", "green"], null, null, null, true, null), value));
}
