using Builder.Datasets.Import;

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
    [InlineData("31.12.15")]
    public void What_a_calendar_could_not_give_back_has_no_form(string sample) => Assert.Null(DateForm.Of([sample]));

    [Fact]
    public void Nothing_has_no_form() => Assert.Null(DateForm.Of([]));
}
