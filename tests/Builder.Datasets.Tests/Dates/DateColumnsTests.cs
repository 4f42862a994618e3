using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Dates;

public class DateColumnsTests
{
    // How .NET writes dates in its cultures, days of the week and names of months in English, and what programs and people add to that.
    private static readonly string[] s_forms =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyy/M/d", "yyyy-M-d", "yyyy. M. d.", "yyyy. MM. dd.", "yyyy.MM.dd.", "yyyy年M月d日", "yyyy'년' M'월' d'일'",
        "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy", "d-M-yyyy", "d. M. yyyy", "dd. MM. yyyy.", "d.MM.yyyy 'г.'", "dd/MM/yy", "d/M/yy", "dd.MM.yy", "dd-MM-yy", "d.M.yy",
        "MM/dd/yyyy", "M/d/yyyy", "M/d/yy", "MM-dd-yyyy", "M/d/yyyy h:mm tt", "MM/dd/yyyy hh:mm:ss tt",
        "d MMM yyyy", "dd MMM yyyy", "d MMMM yyyy", "dddd, d MMMM yyyy", "dddd, MMMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "d-MMM-yy", "dd-MMM-yyyy", "yyyy-MMM-dd",
        "ddMMMyyyy", "yyyy MMMM d", "d. MMMM yyyy", "d 'de' MMMM 'de' yyyy", "MMM d, yyyy h:mm tt",
        "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff'Z'", "yyyy-MM-ddTHH:mm:ss'+08:00'", "dd.MM.yyyy HH:mm", "yyyy年M月d日 H:mm", "yyyyMMdd'T'HHmmss", "HH:mm dd.MM.yyyy",
        "yyyy-MM", "yyyy/MM", "MM/yyyy", "MMMM yyyy", "MMM-yy", "yyyy年M月", "HH:mm", "H:mm:ss", "h:mm tt", "M月d日", "MMMM d", "d MMMM",
    ];

    public static TheoryData<string> Forms => [.. s_forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_column_written_in_any_one_form_is_read_back(string form)
    {
        var random = new Random(form.Length);
        var dates = Enumerable.Range(0, 200).Select(_ => new DateTime(2000 + random.Next(20), 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(random.Next(366 * 86400))).ToArray();
        var column = new TextColumn("d", [.. dates.Select(d => d.ToString(form, CultureInfo.InvariantCulture))]);

        var found = DateColumns.Look(column, given: null);

        Assert.NotNull(found);
        Assert.Equal((0, null), (found.StrangeCount, found.Other));
        for (var row = 0; row < dates.Length; row++)
        {
            Assert.True(DateText.TryParse(column[row]!, found.Order, out var read));
            Assert.Equal(dates[row].ToString(form, CultureInfo.InvariantCulture), read.ToString(form, CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("1.2.3", "2.10.4", "1.12.10", "1.12.11", "10.0.1", "3.1.15")]
    [InlineData("1.2.13", "2.10.14", "1.12.10", "1.12.11", "10.1.21", "3.1.15")]
    [InlineData("192.168.0.1", "10.0.0.1", "127.0.0.1")]
    [InlineData("3/4", "1/2", "5/8", "11/12")]
    [InlineData("2-1", "0-0", "3-2", "10-12")]
    [InlineData("May", "March", "June", "April")]
    [InlineData("May Smith", "March Lee", "June 2nd Street")]
    [InlineData("555-1234", "555-9876", "212-2010")]
    [InlineData("030/1234567", "040/7654321")]
    [InlineData("2009/10", "2010/11", "2011/12")]
    [InlineData("Q1", "Q2", "Q3")]
    [InlineData("10 mg", "20 mg", "5 am pm")]
    [InlineData("20240501", "20240502", "20240503")]
    [InlineData("978-3-16-148410-0", "978-0-306-40615-7")]
    [InlineData("5-12", "18-25", "26-35")]
    [InlineData("1:2", "16:9x", "4:3")]
    public void What_only_looks_like_dates_is_none(params string[] texts) => Assert.Null(DateColumns.Look(new TextColumn("x", texts), given: null));

    [Fact]
    public void A_stranger_among_dates_is_missing_and_gap_marks_do_not_count()
    {
        var column = new TextColumn("d", [.. Enumerable.Range(1, 10).Select(d => $"{d}.5.2024"), "31.11.2024", "TBD", "-", null]);
        var found = DateColumns.Look(column, given: null);

        Assert.NotNull(found);
        Assert.Equal((DateOrder.DayFirst, 3, 2), (found.Order, found.StrangeCount, found.GapMarks));
        Assert.Equal(["31.11.2024", "TBD", "-"], found.Strange.Select(c => c.Text));
        Assert.Equal([10, 11, 12, 13], Enumerable.Range(0, 14).Where(row => DateColumns.Read(column, found)[row] is null));
        Assert.Null(DateColumns.Look(new TextColumn("d", ["1.5.2024", "2.5.2024", "soon"]), given: null));
    }

    [Fact]
    public void Where_day_and_month_cannot_be_told_apart_sorted_rows_tell_else_the_usual_order_is_taken_and_said()
    {
        var sorted = DateColumns.Look(new TextColumn("d", ["01/01/2024", "02/01/2024", "03/01/2024", "01/02/2024", "02/02/2024"]), given: null);
        var mixed = new TextColumn("d", ["05/01/2024", "02/01/2024", "03/01/2024", "01/02/2024"]);

        Assert.Equal((DateOrder.DayFirst, DateOrder.MonthFirst, "02/01/2024"), (sorted?.Order, sorted?.Other, sorted?.Open));
        Assert.Equal((DateOrder.MonthFirst, DateOrder.DayFirst), (DateColumns.Look(mixed, null)?.Order, DateColumns.Look(mixed, null)?.Other));
        Assert.Equal(DateOrder.DayFirst, DateColumns.Look(mixed, null, prefersDayFirst: true)?.Order);
        Assert.Equal((DateOrder.DayFirst, DateOrder.MonthFirst), (DateColumns.Look(mixed, DateOrder.DayFirst)?.Order, DateColumns.Look(mixed, DateOrder.DayFirst)?.Other));
    }

    [Fact]
    public void A_column_of_many_texts_is_given_up_soon()
    {
        var column = new TextColumn("x", [.. Enumerable.Range(0, 100_000).Select(i => $"{i} lines of text 2024-01-01")]);
        Assert.Null(DateColumns.Look(column, given: null));
    }

    [Theory]
    [InlineData("excel_serial", 44626, 1, DateOrder.ExcelDays)]
    [InlineData("x", 1654182000, 3600, DateOrder.UnixSeconds)]
    [InlineData("x", 1654182000000, 3600000, DateOrder.UnixMilliseconds)]
    [InlineData("x", 120, 1, null)]
    [InlineData("salary", 30000, 1500, null)]
    [InlineData("x", 250000000, 100, null)]
    public void Numbers_that_may_be_moments_are_suspected(string name, double first, double step, DateOrder? order) =>
        Assert.Equal(order, DateCounts.Suspected(new NumberColumn(name, [.. Enumerable.Range(0, 40).Select(i => first + (i * step))])));
}
