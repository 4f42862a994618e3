using Builder.Web.Instruments.Grids;

namespace Builder.Web.Tests.Instruments.Grids;

public class GridConditionTests
{
    [Theory]
    [InlineData("> 5", "6", "5")]
    [InlineData(">=5", "5", "4.9")]
    [InlineData("≤ 5", "5", "5.1")]
    [InlineData("<-1", "-2", "-1")]
    [InlineData("= 3.5", "3.5", "3")]
    [InlineData("7", "7", "7.5")]
    [InlineData("1..9", "9", "9.1")]
    [InlineData("-3 .. -1", "-2", "0")]
    [InlineData("1e3", "1000", "999")]
    public void Numbers_are_compared_as_people_write_it(string typed, string meets, string fails)
    {
        var condition = GridCondition.OfNumber(typed, GridKind.Number)!;
        Assert.True(condition(double.Parse(meets, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.False(condition(double.Parse(fails, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.False(condition(double.NaN));
    }

    [Theory]
    [InlineData("2024", "2024-12-31 23:59", "2025-01-01")]
    [InlineData("2024-05", "2024-05-31 12:00", "2024-06-01")]
    [InlineData("2024-5-7", "2024-05-07 23:00", "2024-05-08")]
    [InlineData("> 2024-05", "2024-06-01", "2024-05-31 23:00")]
    [InlineData("<2024", "2023-12-31", "2024-01-01")]
    [InlineData(">= 2024-05", "2024-05-01", "2024-04-30")]
    [InlineData("2023..2024-03", "2024-03-31", "2024-04-01")]
    public void A_year_or_a_month_stands_for_all_its_days(string typed, string meets, string fails)
    {
        var condition = GridCondition.OfNumber(typed, GridKind.Date)!;
        Assert.True(condition(Days(meets)));
        Assert.False(condition(Days(fails)));
    }

    [Theory]
    [InlineData("ber", "Bergen", "Oslo")]
    [InlineData("=oslo", "Oslo", "Oslo East")]
    [InlineData("!oslo", "Bergen", "OSLO")]
    [InlineData("中", "中文", "文")]
    public void Texts_are_found_by_a_part_whole_or_not(string typed, string meets, string fails)
    {
        var condition = GridCondition.OfText(typed);
        Assert.True(condition(meets));
        Assert.False(condition(fails));
        Assert.Equal(typed[0] == '!', condition(null));
    }

    [Theory]
    [InlineData("> x", GridKind.Number, false)]
    [InlineData("1..", GridKind.Number, false)]
    [InlineData("2024-13", GridKind.Date, false)]
    [InlineData("9999", GridKind.Date, false)]
    [InlineData("", GridKind.Number, true)]
    [InlineData("anything", GridKind.Text, true)]
    public void What_cannot_be_understood_is_known(string typed, GridKind kind, bool understood) =>
        Assert.Equal(understood, GridCondition.IsUnderstood(typed, kind));

    private static double Days(string moment) => GridCondition.Days(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
}
