using Builder.Datasets.Columns;

namespace Builder.Datasets.Tests.Import;

public class DateTextTests
{
    [Theory]
    [InlineData("2015-12-31", DateOrder.YearFirst, "2015-12-31T00:00:00")]
    [InlineData("2015/1/2 3:04", DateOrder.YearFirst, "2015-01-02T03:04:00")]
    [InlineData("2015-12-31T23:59:58.5Z", DateOrder.YearFirst, "2015-12-31T23:59:58.5")]
    [InlineData("2015-12-31 10:00:00+08:00", DateOrder.YearFirst, "2015-12-31T10:00:00")]
    [InlineData("2015年3月1日", DateOrder.YearFirst, "2015-03-01T00:00:00")]
    [InlineData("31.12.2015", DateOrder.DayFirst, "2015-12-31T00:00:00")]
    [InlineData("02/29/2016", DateOrder.MonthFirst, "2016-02-29T00:00:00")]
    public void Dates_are_read_as_people_write_them(string text, DateOrder order, string expected)
    {
        Assert.True(DateText.TryParse(text, order, out var date));
        Assert.Equal(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), date);
        Assert.Equal(order, DateText.Detect([text, null]));
    }

    [Theory]
    [InlineData("2015-02-29")]
    [InlineData("2015-13-01")]
    [InlineData("2015-1/2")]
    [InlineData("0000-01-01")]
    [InlineData("2015-01-01 24:00")]
    [InlineData("20150101")]
    [InlineData("12.5")]
    [InlineData("rain")]
    [InlineData("")]
    public void What_is_no_date_is_refused(string text) => Assert.Null(DateText.Detect([text]));

    [Fact]
    public void One_day_over_twelve_decides_the_order_of_the_whole_column()
    {
        Assert.Equal(DateOrder.MonthFirst, DateText.Detect(["01/02/2015", "03/04/2015"]));
        Assert.Equal(DateOrder.DayFirst, DateText.Detect(["01/02/2015", "13/04/2015"]));
        Assert.Equal(DateOrder.DayFirst, DateText.Detect(["01.02.2015"]));
        Assert.Null(DateText.Detect(["13/02/2015", "01/13/2015"]));
        Assert.Null(DateText.Detect([null]));
    }
}
