using Builder.Datasets.Numbers;

namespace Builder.Datasets.Tests.Numbers;

public sealed class MarkedNumberTests
{
    [Theory]
    [InlineData("<0.5", 0.5)]
    [InlineData("< 0,5", 0.5)]
    [InlineData(">100", 100)]
    [InlineData("≤ 3", 3)]
    [InlineData(">= 1,200.5", 1200.5)]
    [InlineData("~12", 12)]
    [InlineData("≈ 3.5 kg", 3.5)]
    [InlineData("ca. 20", 20)]
    [InlineData("约 30", 30)]
    [InlineData("30左右", 30)]
    [InlineData("12*", 12)]
    [InlineData("12.5 **", 12.5)]
    [InlineData("7†", 7)]
    [InlineData("15²", 15)]
    [InlineData("5 (est.)", 5)]
    [InlineData("5[2]", 5)]
    [InlineData("-3.25 (a)", -3.25)]
    [InlineData("1.2e3 a", 1200)]
    [InlineData("12.3 e", 12.3)]
    [InlineData("13.5 bp", 13.5)]
    public void The_number_counts_whatever_marks_it(string text, double value)
    {
        Assert.True(MarkedNumber.TryParse(text, '.', out var number), text);
        Assert.Equal(value, number.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("*")]
    [InlineData("<=50K+")]
    [InlineData("3+")]
    [InlineData("12a")]
    [InlineData("Q1*")]
    [InlineData("10-20")]
    [InlineData("5 (12.5)")]
    [InlineData("about the 5th")]
    [InlineData("<>5")]
    [InlineData("(est.)")]
    public void What_is_no_number_with_a_mark_stays_a_text(string text) => Assert.False(MarkedNumber.TryParse(text, '.', out _), text);

    [Fact]
    public void The_sign_of_a_footnote_is_no_digit() => Assert.False(NumberText.TryParse("15²", '.', out _));

    [Fact]
    public void A_plain_number_has_no_mark() => Assert.Equal((false, true, 12.5), (MarkedNumber.TryParse("12.5", '.', out _), MarkedNumber.TryParseAny("12.5", '.', out var value), value));
}
