using Builder.Graph;
using Builder.Web.Scores;

namespace Builder.Web.Tests.Evaluate;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0.967, "96.7%")]
    [InlineData(1, "100%")]
    [InlineData(0.99999, "> 99.9%")]
    [InlineData(0.00001, "< 0.1%")]
    [InlineData(0, "0%")]
    public void A_share_is_never_rounded_to_certainty(double share, string text) => Assert.Equal(text, Figures.Percent(share));

    [Theory]
    [InlineData(0.9, 10, "9", "9 个")]
    [InlineData(1, 49, "49", "49 个")]
    [InlineData(0, 1, "0", "0 个")]
    [InlineData(0.9, 50, "90%", "90%")]
    [InlineData(double.NaN, 10, "–", "–")]
    public void A_part_of_few_is_counted(double share, long cases, string en, string zh) => Assert.Equal(new Localized(en, zh), Figures.Part(share, cases));

    [Theory]
    [InlineData(0.5, "50%")]
    [InlineData(1, "> 99.9%")]
    [InlineData(0, "< 0.1%")]
    [InlineData(double.NaN, "–")]
    public void A_model_is_never_wholly_sure(double probability, string text) => Assert.Equal(text, Figures.Probability(probability));

    [Theory]
    [InlineData(2.97123, "2.971")]
    [InlineData(12345.6, "12,346")]
    [InlineData(0.00123, "0.00123")]
    [InlineData(0.0000012, "1.2e-6")]
    [InlineData(0, "0")]
    [InlineData(-37.25, "-37.25")]
    [InlineData(double.NaN, "–")]
    public void A_number_has_the_digits_that_matter(double value, string text) => Assert.Equal(text, Figures.Number(value));

    [Fact]
    public void A_point_in_time_is_told_as_people_do()
    {
        var now = new DateTime(2026, 5, 4, 12, 0, 0, DateTimeKind.Local);
        Assert.Equal("today 09:30", Figures.When(now.AddHours(-2.5), now).En);
        Assert.Equal("昨天 09:30", Figures.When(now.AddHours(-26.5), now).Zh);
        Assert.Equal("1 May 2026 12:00", Figures.When(now.AddDays(-3), now).En);
    }
}
