using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Proposals.Warnings;

namespace Builder.Proposals.Tests;

public sealed class DateWarningsTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Theory]
    [InlineData("soon", WarningLevel.Warning)]
    [InlineData("TBD", WarningLevel.Note)]
    public void A_cell_that_is_no_date_is_told_with_its_line_and_every_way_out_ends_it(string cell, WarningLevel level)
    {
        var inspection = _project.InspectTable(Visits(i => i == 7 ? cell : Day(i, "dd.MM.yyyy")));
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Single(inspection, plan, "not-dates");

        Assert.Equal(("visit", level), (warning.Column, warning.Level));
        Assert.Contains($"one cell is no date and counts as missing: “{cell}” (line 9)", warning.Message.En, StringComparison.Ordinal);
        Assert.Contains($"不是日期，按缺失处理：“{cell}”（第 9 行）", warning.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(1, inspection.Profiles[0].Missing);
        Assert.Equal(["That means “no value”", "Leave the row out", "Make it a category"], warning.OtherFixes.Prepend(warning.Fix!).Select(f => f.Title.En));
        foreach (var fix in warning.OtherFixes.Prepend(warning.Fix!))
        {
            var mended = fix.Apply(plan);
            Assert.DoesNotContain(DataWarnings.Of(Again(mended), mended), w => w.Code == "not-dates");
        }

        TemporaryProject.AssertTrains(_project.Propose(inspection, plan));
    }

    [Fact]
    public void Day_and_month_that_cannot_be_told_apart_are_told_and_turned_by_one_press()
    {
        var inspection = _project.InspectTable(Visits(i => string.Create(CultureInfo.InvariantCulture, $"{(i * 7 % 12) + 1:00}/{(i * 5 % 12) + 1:00}/2024")));
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Single(inspection, plan, "day-month");
        Assert.Contains("“08/06/2024” is read as 6 August 2024", warning.Message.En, StringComparison.Ordinal);
        Assert.Equal("Read it as 8 June 2024", warning.Fix!.Title.En);

        var turned = warning.Fix.Apply(plan);
        var again = Again(turned);

        Assert.Equal(DateOrder.DayFirst, again.Table.Get<TextColumn>("visit").Dates?.Order);
        var quiet = Single(again, turned, "day-month");
        Assert.Equal((WarningLevel.Note, "Read it as 6 August 2024", true), (quiet.Level, quiet.Fix!.Title.En, quiet.IsAboutReading));
        var right = Assert.Single(warning.OtherFixes);
        Assert.Equal("6 August 2024 is right", right.Title.En);
        Assert.Equal(WarningLevel.Note, Single(Again(right.Apply(plan)), right.Apply(plan), "day-month").Level);
        Assert.Equal(DateOrder.DayFirst, Assert.IsType<TableSource>(_project.Propose(again, turned).Document.Data["data"].Source).DateOrderOf("visit"));
    }

    [Fact]
    public void Another_column_that_is_clear_tells_the_order()
    {
        var inspection = _project.InspectTable("visit,born,came\n" + string.Concat(Enumerable.Range(0, 60).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{(i * 7 % 12) + 1:00}/{(i * 5 % 12) + 1:00}/2024,{(i % 28) + 1}/{(i % 12) + 1}/{1950 + i},{i % 2}\n"))));
        Assert.Equal([DateOrder.DayFirst, DateOrder.DayFirst], inspection.Table.Columns.OfType<TextColumn>().Select(c => c.Dates!.Order));
    }

    [Fact]
    public void Numbers_that_may_be_moments_are_offered_as_dates()
    {
        var inspection = _project.InspectTable(Visits(i => (1654182000L + (i * 5000L)).ToString(CultureInfo.InvariantCulture)));
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Single(inspection, plan, "may-be-dates");
        Assert.Equal((ColumnType.Number, WarningLevel.Note), (plan.Columns[0].Type, warning.Level));
        Assert.Contains("seconds since 1970: 1654182000 would be 2 June 2022 15:00", warning.Message.En, StringComparison.Ordinal);

        var again = Again(warning.Fix!.Apply(plan));
        var turned = DataPlan.Guess(again, "data");
        Assert.Equal(ColumnType.Date, turned.Columns[0].Type);
        Assert.Contains(_project.Propose(again, turned).Schema.Columns, c => c.Name == "visit_hour");
        var back = Single(again, turned, "count-dates").Fix!.Apply(turned);
        Assert.Equal(ColumnType.Number, Again(back).Columns[0].Type);
    }

    [Fact]
    public void Dates_written_as_digits_are_read_and_said_and_can_stay_numbers()
    {
        var inspection = _project.InspectTable(Visits(i => Day(i, "yyyyMMdd")));
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Single(inspection, plan, "digit-dates");
        Assert.Equal((ColumnType.Date, ColumnType.Number), (plan.Columns[0].Type, Again(warning.Fix!.Apply(plan)).Columns[0].Type));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("1900-01-01")]
    public void A_date_that_stands_for_none_is_suspected(string placeholder)
    {
        var inspection = _project.InspectTable(Visits(i => i % 10 == 3 ? placeholder : Day(i, "yyyy-MM-dd")));
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Single(inspection, plan, "placeholder-date");
        Assert.Contains(placeholder, warning.Message.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain(DataWarnings.Of(Again(warning.Fix!.Apply(plan)), plan), w => w.Code == "placeholder-date");
    }

    [Fact]
    public void Durations_and_times_of_day_are_said_and_turned_into_each_other_by_one_press()
    {
        var inspection = _project.InspectTable(Visits(i => new TimeSpan(i % 20, i * 7 % 60, i * 11 % 60).ToString("c", CultureInfo.InvariantCulture)));
        var plan = DataPlan.Guess(inspection, "data");
        Assert.Equal(ColumnType.Date, plan.Columns[0].Type);

        var turned = Single(inspection, plan, "times-of-day").Fix!.Apply(plan);
        var again = Again(turned);
        var seconds = DataPlan.Guess(again, "data");
        Assert.Equal((ColumnType.Number, "s", (60 + 7) * 60 + 11), (seconds.Columns[0].Type, seconds.Columns[0].Unit, again.Table.Get<NumberColumn>("visit").Values[1]));

        var back = Single(again, seconds, "durations").Fix!.Apply(seconds);
        Assert.Equal(ColumnType.Date, Again(back).Columns[0].Type);
        TemporaryProject.AssertTrains(_project.Propose(again, seconds));
    }

    [Theory]
    [InlineData("HH:mm", "visit_hour")]
    [InlineData("yyyy-MM-dd HH:mm", "visit_hour visit_weekday visit_season visit_year")]
    [InlineData("yyyy-MM-dd", "visit_weekday visit_season visit_year")]
    [InlineData("yyyy-MM", "visit_month visit_year")]
    [InlineData("MMMM d", "visit_season")]
    public void Of_a_date_the_parts_are_learned_that_it_has(string form, string parts)
    {
        var inspection = _project.InspectTable(Visits(i => new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(i * 173 % 12000).ToString(form, CultureInfo.InvariantCulture)));
        var proposal = _project.Propose(inspection, DataPlan.Guess(inspection, "data"));
        Assert.Equal(parts, string.Join(' ', proposal.Document.Data["data"].Columns.Where(c => c.Type == ColumnType.Date).Select(c => c.Name)));
        TemporaryProject.AssertTrains(proposal);
    }

    public void Dispose() => _project.Dispose();

    private SourceInspection Again(DataPlan plan) => SourceInspection.Of(plan.Source, plan.Changes, _project.Folder, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("duration", "75:30", "4:10", 4530)]
    [InlineData("duration", "1:02:03", "4:10", 3723)]
    [InlineData("flight duration (h:mm)", "2:05", "4:10", 7500)]
    public void A_column_tells_by_its_cells_or_its_name_what_two_numbers_are(string name, string cell, string other, double seconds)
    {
        var inspection = _project.InspectTable($"{name},n,ok\n" + string.Concat(Enumerable.Range(0, 90).Select(i => $"{(i % 3 == 0 ? cell : other)},{i},{(i % 2 == 0 ? "yes" : "no")}\n")));

        Assert.Equal(seconds, inspection.Table.Get<NumberColumn>(name).Values[0]);
        Assert.Equal(name.Contains("h:mm", StringComparison.Ordinal) ? DateOrder.HoursMinutes : DateOrder.Duration, Assert.IsType<TableSource>(inspection.Source).DateOrderOf(name));
    }

    [Fact]
    public void Where_both_fit_it_is_asked_once_and_kept_for_predictions()
    {
        var inspection = _project.InspectTable("duration,n,ok\n" + string.Concat(Enumerable.Range(0, 90).Select(i => $"{i % 9}:{10 + (i % 40)},{i},{(i % 2 == 0 ? "yes" : "no")}\n")));
        var plan = DataPlan.Guess(inspection, "data");
        var asked = Single(inspection, plan, "open-durations");

        Assert.Equal(WarningLevel.Warning, asked.Level);
        Assert.Contains("“0:10” is read as 0 min 10 s, but may as well be 0 h 10 min.", asked.Message.En, StringComparison.Ordinal);
        Assert.Equal(10, inspection.Table.Get<NumberColumn>("duration").Values[0]);

        var turned = asked.Fix!.Apply(plan);
        var again = Again(turned);

        Assert.Equal(600, again.Table.Get<NumberColumn>("duration").Values[0]);
        Assert.Equal(WarningLevel.Note, Single(again, turned, "durations").Level);
        Assert.DoesNotContain(DataWarnings.Of(again, turned), w => w.Code == "open-durations");
        var set = _project.Propose(again, turned).Document.Data["data"];
        Assert.Equal(600, Builder.Datasets.Import.DataImport.Read(set, _project.Folder, TestContext.Current.CancellationToken).Get<NumberColumn>("duration").Values[0]);
        var right = asked.OtherFixes[0].Apply(plan);
        Assert.Equal(WarningLevel.Note, Single(Again(right), right, "durations").Level);
    }

    [Fact]
    public void Times_beyond_midnight_are_lengths_and_a_single_one_is_a_slip()
    {
        string Table(int longer) => "pace,n,ok\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{(i < longer ? 25 + i : i % 24)}:{10 + (i % 40)},{i},{(i % 2 == 0 ? "yes" : "no")}\n"));

        Assert.Equal(25 * 60 + 10, _project.InspectTable(Table(5).Replace("pace", "race", StringComparison.Ordinal)).Table.Get<NumberColumn>("race").Values[0]);
        Assert.Equal(DateOrder.TimeOfDay, _project.InspectTable(Table(1).Replace("pace", "at", StringComparison.Ordinal)).Table.Get<TextColumn>("at").Dates?.Order);
    }

    private static string Visits(Func<int, string> date) => "visit,n,came\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{date(i)},{i * 13 % 7},{(i % 3 == 0 ? "yes" : "no")}\n"));

    private static string Day(int i, string form) => new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(i * 7 % 300).ToString(form, CultureInfo.InvariantCulture);

    private static DataWarning Single(SourceInspection inspection, DataPlan plan, string code) => Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == code);
}
