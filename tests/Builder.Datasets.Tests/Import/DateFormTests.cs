using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Import;

public class DateFormTests
{
    private static readonly DateTime Moment = new(2024, 3, 5, 7, 8, 9, DateTimeKind.Unspecified);

    [Theory]
    [InlineData("2015-12-31", "2024-03-05")]
    [InlineData("31.12.2015", "05.03.2024")]
    [InlineData("1.5.2015", "5.3.2024")]
    [InlineData("12/31/2015", "03/05/2024")]
    [InlineData("2015年1月2日", "2024年3月5日")]
    [InlineData("2015-12-31 14:30", "2024-03-05 07:08")]
    [InlineData("2015-12-31T04:30:10", "2024-03-05T07:08:09")]
    [InlineData("31.12.2015 4:30", "05.03.2024 7:08")]
    [InlineData("31.12.15", "05.03.24")]
    [InlineData("12/31/2015 4:30 PM", "03/05/2024 7:08 AM")]
    [InlineData("2 Jun 2022", "5 Mar 2024")]
    [InlineData("June 12, 2022", "March 5, 2024")]
    [InlineData("12-Jun-22", "05-Mar-24")]
    public void A_date_is_written_as_the_column_writes_its_own(string sample, string written)
    {
        var form = DateForm.Of([sample, null]);

        Assert.Equal(written, form?.Write(Moment));
        Assert.Equal(form!.HasTime ? Moment.AddSeconds(form.Pattern.Contains("ss", StringComparison.Ordinal) ? 0 : -9) : Moment.Date, form.Read(written));
    }

    [Fact]
    public void One_short_number_shows_that_none_is_filled_up() => Assert.Equal("5.3.2024", DateForm.Of(["31.12.2015", "1.5.2015"])?.Write(Moment));

    [Theory]
    [InlineData("soon")]
    [InlineData("2015-12-31T04:30:10.5Z")]
    [InlineData("15:30")]
    [InlineData("5月1日")]
    public void What_a_calendar_could_not_give_back_has_no_form(string sample) => Assert.Null(DateForm.Of([sample]));

    [Theory]
    [InlineData("2010-03", "2024-03")]
    [InlineData("Jun-22", "Mar-24")]
    public void A_month_is_written_as_one(string sample, string written) => Assert.Equal(written, DateForm.Of([sample])?.Write(Moment));

    [Theory]
    [InlineData("2010Q3", DateOrder.YearFirst)]
    [InlineData("2010-W05", DateOrder.YearFirst)]
    [InlineData("44714", DateOrder.ExcelDays)]
    [InlineData("1654182000", DateOrder.UnixSeconds)]
    public void What_a_calendar_cannot_write_is_written_plainly_and_read_back(string sample, DateOrder order)
    {
        var form = DateForm.Of([sample], order);

        Assert.Equal("2024-03-05", form?.Write(Moment));
        Assert.Equal(Moment.Date, form?.Read("2024-03-05"));
        Assert.NotNull(form?.Read(sample));
    }

    [Fact]
    public void Nothing_has_no_form() => Assert.Null(DateForm.Of([]));
}
