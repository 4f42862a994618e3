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
    public void A_number_is_far_outside_where_it_is_more_than_the_range_beyond_it(string value, bool expected) =>
        Assert.Equal(expected, FieldCheck.IsFarOutside(new("x", "number", null, null, 5, 20, null, false, null), value));

    [Theory]
    [InlineData("red", false)]
    [InlineData("purple", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_category_is_far_outside_where_the_model_does_not_know_it(string? value, bool expected) =>
        Assert.Equal(expected, FieldCheck.IsFarOutside(new("x", "category", null, ["red", "green"], null, null, null, true, null), value));
}
