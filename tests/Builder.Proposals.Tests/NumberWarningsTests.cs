using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Proposals.Warnings;

namespace Builder.Proposals.Tests;

public sealed class NumberWarningsTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Theory]
    [InlineData("12.5 or so", WarningLevel.Warning)]
    [InlineData("-", WarningLevel.Note)]
    public void A_cell_that_is_no_number_is_told_with_its_line_and_every_way_out_ends_it(string cell, WarningLevel level)
    {
        var inspection = _project.InspectTable(Prices(cell));
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Single(inspection, plan, "not-numbers");

        Assert.Equal(("price", level), (warning.Column, warning.Level));
        Assert.Contains($"“{cell}” (line 9)", warning.Message.En, StringComparison.Ordinal);
        Assert.Contains($"“{cell}”（第 9 行）", warning.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(["That means “no value”", "Leave the row out", "Make it a category"], warning.OtherFixes.Prepend(warning.Fix!).Select(f => f.Title.En));
        foreach (var fix in warning.OtherFixes.Prepend(warning.Fix!))
        {
            var mended = fix.Apply(plan);
            var again = SourceInspection.Of(mended.Source, mended.Changes, _project.Folder, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(DataWarnings.Of(again, mended), w => w.Code == "not-numbers");
        }

        var left = warning.OtherFixes[0].Apply(plan);
        Assert.Equal(99, SourceInspection.Of(left.Source, left.Changes, _project.Folder, TestContext.Current.CancellationToken).Table.RowCount);
    }

    [Fact]
    public void A_text_that_is_a_name_in_another_column_is_not_made_a_gap_everywhere()
    {
        var inspection = _project.InspectTable("price,garage,sold\n" + Lines(i => $"{(i == 7 ? "none" : $"{i * 1.5}")},{(i % 3 == 0 ? "none" : "big")},{i % 2}"));
        var warning = Single(inspection, DataPlan.Guess(inspection, "data"), "not-numbers");
        Assert.Equal("Leave the row out", warning.Fix!.Title.En);
        Assert.Equal(ColumnType.Category, inspection.Columns[1].Type);
        Assert.Equal(0, inspection.Profiles[1].Missing);
    }

    [Fact]
    public void A_text_of_which_only_the_beginning_is_kept_is_no_mark_for_a_gap()
    {
        var inspection = _project.InspectTable(Prices(new string('x', 300)));
        Assert.Equal("Leave the row out", Single(inspection, DataPlan.Guess(inspection, "data"), "not-numbers").Fix!.Title.En);
    }

    [Fact]
    public void The_target_stays_what_it_is_and_its_gap_is_a_gap()
    {
        var inspection = _project.InspectTable(Prices("TBD"));
        var plan = DataPlan.Guess(inspection, "data").WithTarget("price");
        Assert.Equal((ColumnType.Number, 1), (plan.Target!.Type, inspection.Profiles[0].Missing));
        TemporaryProject.AssertTrains(_project.Propose(inspection, plan));
    }

    [Fact]
    public void Marks_between_thousands_are_told_and_can_be_read_otherwise()
    {
        var inspection = _project.InspectTable("price,rooms,sold\n" + Lines(i => $"\"{i + 1},{i * 7 % 900 + 100}\",{i % 5},{i % 2}"));
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Single(inspection, plan, "thousands");
        Assert.Equal((WarningLevel.Note, "Read it as 1.1"), (warning.Level, warning.Fix!.Title.En));

        var mended = warning.Fix.Apply(plan);
        var again = SourceInspection.Of(mended.Source, mended.Changes, _project.Folder, TestContext.Current.CancellationToken);

        Assert.Equal(1100, inspection.Table.Get<NumberColumn>("price").Values[0]);
        Assert.Equal(1.1, again.Table.Get<NumberColumn>("price").Values[0]);
        Assert.DoesNotContain(DataWarnings.Of(again, mended), w => w.Code == "thousands");
    }

    [Fact]
    public void Amounts_in_one_unit_have_it_and_in_several_are_warned_of()
    {
        var one = _project.InspectTable("fee,sold\n" + Lines(i => $"$ {i}.50,{i % 2}"), "one.csv");
        Assert.Equal("$", DataPlan.Guess(one, "data").Columns[0].Unit);
        Assert.DoesNotContain(DataWarnings.Of(one, DataPlan.Guess(one, "data")), w => w.Code == "mixed-units");

        var mixed = _project.InspectTable("fee,sold\n" + Lines(i => $"{(i % 3 == 0 ? "€" : "$")}{i}.50,{i % 2}"), "mixed.csv");
        var warning = Single(mixed, DataPlan.Guess(mixed, "data"), "mixed-units");
        Assert.Null(DataPlan.Guess(mixed, "data").Columns[0].Unit);
        Assert.Contains("$ (66), € (34)", warning.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open-magnitudes", 0, 1200.0)]
    [InlineData("open-magnitudes", 1, 1.2)]
    [InlineData("magnitudes", 0, null)]
    public void What_multiplies_the_numbers_can_be_said_otherwise_and_is_not_asked_again(string code, int fix, double? first)
    {
        var isOpen = code == "open-magnitudes";
        var inspection = _project.InspectTable("views,rooms,sold\n" + Lines(i => $"{(i % 2 == 0 ? "1.2K" : isOpen ? $"{i + 700}" : $"{i}.5M")},{i % 5},{i % 2}"));
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Single(inspection, plan, code);
        Assert.Equal(isOpen ? 1.2 : 1200, inspection.Table.Get<NumberColumn>("views").Values[0]);

        var mended = warning.OtherFixes.Prepend(warning.Fix!).ElementAt(fix).Apply(plan);
        var again = SourceInspection.Of(mended.Source, mended.Changes, _project.Folder, TestContext.Current.CancellationToken);

        Assert.Equal(first, again.Table.Find<NumberColumn>("views")?.Values[0]);
        Assert.DoesNotContain(DataWarnings.Of(again, mended), w => w.Code == "open-magnitudes");
    }

    [Fact]
    public void A_number_that_is_multiplied_has_no_unit_that_says_so_again()
    {
        var inspection = _project.InspectTable("price (万),sold\n" + Lines(i => $"{i + 1}.5万,{i % 2}"));
        Assert.Equal((15000, null), (inspection.Table.Get<NumberColumn>("price (万)").Values[0], DataPlan.Guess(inspection, "data").Columns[0].Unit));
    }

    public void Dispose() => _project.Dispose();

    private static string Prices(string cell) => "price,rooms,sold\n" + Lines(i => $"{(i == 7 ? cell : $"{i * 13 % 100 + 0.25}")},{i % 5},{(i * 13 % 100 > 50 ? "yes" : "no")}");

    private static string Lines(Func<int, FormattableString> line) => string.Concat(Enumerable.Range(0, 100).Select(i => line(i).ToString(CultureInfo.InvariantCulture) + "\n"));

    private static DataWarning Single(SourceInspection inspection, DataPlan plan, string code) => Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == code);
}
