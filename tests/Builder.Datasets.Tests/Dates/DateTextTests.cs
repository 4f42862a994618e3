using System.Globalization;
using Builder.Datasets.Dates;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Dates;

public class DateTextTests
{
    [Theory]
    [InlineData("2015-12-31", DateOrder.YearFirst, "2015-12-31T00:00:00")]
    [InlineData("2015/1/2 3:04", DateOrder.YearFirst, "2015-01-02T03:04:00")]
    [InlineData("2015-12-31T23:59:58.5Z", DateOrder.YearFirst, "2015-12-31T23:59:58.5")]
    [InlineData("2015-12-31 10:00:00+08:00", DateOrder.YearFirst, "2015-12-31T10:00:00")]
    [InlineData("2015-12-31T10:00-0530", DateOrder.YearFirst, "2015-12-31T10:00:00")]
    [InlineData("20151231T235958Z", DateOrder.YearFirst, "2015-12-31T23:59:58")]
    [InlineData("2015. 12. 31.", DateOrder.YearFirst, "2015-12-31T00:00:00")]
    [InlineData("2015年3月1日", DateOrder.YearFirst, "2015-03-01T00:00:00")]
    [InlineData("2015年3月1日星期日 下午3:05", DateOrder.YearFirst, "2015-03-01T15:05:00")]
    [InlineData("2015年3月1号 上午12时05分", DateOrder.YearFirst, "2015-03-01T00:05:00")]
    [InlineData("２０１５年３月１日", DateOrder.YearFirst, "2015-03-01T00:00:00")]
    [InlineData("15年3月1日", DateOrder.YearFirst, "2015-03-01T00:00:00")]
    [InlineData("2015년 3월 1일", DateOrder.YearFirst, "2015-03-01T00:00:00")]
    [InlineData("31.12.2015", DateOrder.DayFirst, "2015-12-31T00:00:00")]
    [InlineData("31.12.15", DateOrder.DayFirst, "2015-12-31T00:00:00")]
    [InlineData("31/12/69", DateOrder.DayFirst, "1969-12-31T00:00:00")]
    [InlineData("31-12-2015 4:05 p.m.", DateOrder.DayFirst, "2015-12-31T16:05:00")]
    [InlineData("02/29/2016", DateOrder.MonthFirst, "2016-02-29T00:00:00")]
    [InlineData("2/29/16 12:30 AM", DateOrder.MonthFirst, "2016-02-29T00:30:00")]
    [InlineData("6/22/2022 3:00 PM", DateOrder.MonthFirst, "2022-06-22T15:00:00")]
    [InlineData("2 Jun 2022", DateOrder.YearFirst, "2022-06-02T00:00:00")]
    [InlineData("Jun 2  2022", DateOrder.YearFirst, "2022-06-02T00:00:00")]
    [InlineData("JUNE 2nd, 2022 at 3:05 pm", DateOrder.YearFirst, "2022-06-02T15:05:00")]
    [InlineData("2-Jun-22", DateOrder.YearFirst, "2022-06-02T00:00:00")]
    [InlineData("02JUN2022", DateOrder.YearFirst, "2022-06-02T00:00:00")]
    [InlineData("Thursday, 2 June 2022", DateOrder.YearFirst, "2022-06-02T00:00:00")]
    [InlineData("Thu Jun  2 15:00:00 2022", DateOrder.YearFirst, "2022-06-02T15:00:00")]
    [InlineData("Thu, 02 Jun 2022 15:00:00 GMT", DateOrder.YearFirst, "2022-06-02T15:00:00")]
    [InlineData("02/Jun/2022:15:00:00 +0800", DateOrder.YearFirst, "2022-06-02T15:00:00")]
    [InlineData("2. März 2022", DateOrder.YearFirst, "2022-03-02T00:00:00")]
    [InlineData("2 de marzo de 2022", DateOrder.YearFirst, "2022-03-02T00:00:00")]
    [InlineData("Jun-22", DateOrder.YearFirst, "2022-06-01T00:00:00")]
    [InlineData("June 2022", DateOrder.YearFirst, "2022-06-01T00:00:00")]
    [InlineData("2010-03", DateOrder.YearFirst, "2010-03-01T00:00:00")]
    [InlineData("03/2010", DateOrder.YearFirst, "2010-03-01T00:00:00")]
    [InlineData("2010年3月", DateOrder.YearFirst, "2010-03-01T00:00:00")]
    [InlineData("2010Q3", DateOrder.YearFirst, "2010-07-01T00:00:00")]
    [InlineData("2010-q3", DateOrder.YearFirst, "2010-07-01T00:00:00")]
    [InlineData("Q3 2010", DateOrder.YearFirst, "2010-07-01T00:00:00")]
    [InlineData("3Q10", DateOrder.YearFirst, "2010-07-01T00:00:00")]
    [InlineData("2010年第三季度", DateOrder.YearFirst, "2010-07-01T00:00:00")]
    [InlineData("2010-W05", DateOrder.YearFirst, "2010-02-01T00:00:00")]
    [InlineData("2010-W05-3", DateOrder.YearFirst, "2010-02-03T00:00:00")]
    [InlineData("2010年第5周", DateOrder.YearFirst, "2010-02-01T00:00:00")]
    [InlineData("5月1日", DateOrder.NoYear, "2000-05-01T00:00:00")]
    [InlineData("2-May", DateOrder.NoYear, "2000-05-02T00:00:00")]
    [InlineData("15:00", DateOrder.TimeOfDay, "1970-01-01T15:00:00")]
    [InlineData("3:05 PM", DateOrder.TimeOfDay, "1970-01-01T15:05:00")]
    [InlineData("12 am", DateOrder.TimeOfDay, "1970-01-01T00:00:00")]
    [InlineData("下午3时05分", DateOrder.TimeOfDay, "1970-01-01T15:05:00")]
    public void Dates_are_read_as_people_write_them(string text, DateOrder order, string expected)
    {
        Assert.True(DateText.TryParse(text, order, out var date));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), date);
        Assert.Equal(order, DateText.Detect([text, null]));
    }

    [Theory]
    [InlineData("20240501", DateOrder.YearFirst, "2024-05-01T00:00:00")]
    [InlineData("20240501153000", DateOrder.YearFirst, "2024-05-01T15:30:00")]
    [InlineData("44714", DateOrder.ExcelDays, "2022-06-02T00:00:00")]
    [InlineData("44714.75", DateOrder.ExcelDays, "2022-06-02T18:00:00")]
    [InlineData("1654182000", DateOrder.UnixSeconds, "2022-06-02T15:00:00")]
    [InlineData("1654182000500", DateOrder.UnixMilliseconds, "2022-06-02T15:00:00.5")]
    [InlineData("2022-06-02", DateOrder.ExcelDays, "2022-06-02T00:00:00")]
    public void Numbers_are_dates_only_where_that_is_known(string text, DateOrder order, string expected)
    {
        Assert.True(DateText.TryParse(text, order, out var date));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), date);
        Assert.True(text.Contains('-', StringComparison.Ordinal) || DateText.Detect([text]) is null);
    }

    [Theory]
    [InlineData("2015-02-29")]
    [InlineData("2015-13-01")]
    [InlineData("2015-1/2")]
    [InlineData("0000-01-01")]
    [InlineData("2015-01-01 24:00")]
    [InlineData("2015-01 10:00")]
    [InlineData("20150101")]
    [InlineData("12.5")]
    [InlineData("rain")]
    [InlineData("")]
    [InlineData("May")]
    [InlineData("March")]
    [InlineData("32 May 2022")]
    [InlineData("2010-W54")]
    [InlineData("2010Q5")]
    [InlineData("3/4")]
    [InlineData("2-1")]
    [InlineData("1.2.3")]
    [InlineData("10.0.12")]
    [InlineData("192.168.1.17")]
    [InlineData("555-1234")]
    [InlineData("+49 170 1234567")]
    [InlineData("12-345-6789")]
    [InlineData("13:00 PM")]
    [InlineData("Room 5")]
    [InlineData("A-2010")]
    public void What_is_no_date_is_refused(string text) => Assert.Null(DateText.Detect([text]));

    [Theory]
    [InlineData("253402300799999.7", DateOrder.UnixMilliseconds)]
    [InlineData("253402300799.9997", DateOrder.UnixSeconds)]
    [InlineData("2958465.9999999995", DateOrder.ExcelDays)]
    [InlineData("1e300", DateOrder.UnixSeconds)]
    [InlineData("-1e300", DateOrder.ExcelDays)]
    public void A_count_beyond_the_calendar_is_no_date(string text, DateOrder order) => Assert.False(DateText.TryParse(text, order, out _));

    [Fact]
    public void One_day_over_twelve_decides_the_order_of_the_whole_column()
    {
        Assert.Equal(DateOrder.MonthFirst, DateText.Detect(["01/02/2015", "03/04/2015"]));
        Assert.Equal(DateOrder.DayFirst, DateText.Detect(["01/02/2015", "13/04/2015"]));
        Assert.Equal(DateOrder.DayFirst, DateText.Detect(["01.02.2015"]));
        Assert.Null(DateText.Detect(["13/02/2015", "01/13/2015"]));
        Assert.Null(DateText.Detect([null]));
    }

    [Fact]
    public void Of_two_digit_years_it_is_the_one_that_differs_least() =>
        Assert.Equal(DateOrder.YearFirst, DateText.Detect(["22/06/02", "22/03/06", "23/05/19", "22/12/28"]));
}
