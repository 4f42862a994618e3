using System.Globalization;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Proposals.Warnings;

namespace Builder.Proposals.Tests;

public sealed class DataWarningsTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Fact]
    public void Gaps_of_penguins_are_notes_and_the_data_are_fine()
    {
        var inspection = _project.InspectSample("penguins.csv");

        var warnings = DataWarnings.Of(inspection, DataPlan.Guess(inspection, "data"));

        Assert.Equal(["gaps"], warnings.Select(w => w.Code));
        Assert.StartsWith("Gaps are filled automatically (", warnings[0].Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("constant", "a", "1")]
    [InlineData("many-gaps", "a", "gap")]
    [InlineData("gives-away", "a", "twice")]
    [InlineData("gives-away", "a", "renamed")]
    [InlineData("gives-away", "a", "border")]
    [InlineData("gives-away", "a", "squared")]
    [InlineData("gaps-give-away", "a", "cancelled")]
    [InlineData("repeats", null, "repeated")]
    [InlineData("rare-classes", "target", "rare")]
    [InlineData("imbalance", "target", "unbalanced")]
    [InlineData("classes-as-numbers", "target", "whole")]
    public void A_fault_is_found_and_its_fix_removes_the_warning(string code, string? column, string what)
    {
        var inspection = _project.InspectTable(Table(what));
        var plan = DataPlan.Guess(inspection, "data").WithTarget("target");
        plan = plan.With(plan.Columns[0] with { Use = ColumnUse.Input });
        plan = what == "whole" ? plan.With(plan.Target! with { Type = ColumnType.Number }) : plan;

        var warning = Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == code);

        Assert.Equal(column, warning.Column);
        Assert.DoesNotContain(DataWarnings.Of(inspection, warning.Fix!.Apply(plan)), w => w.Code == code);
    }

    [Fact]
    public void An_encoding_that_was_found_by_statistics_is_told_with_a_word_and_can_be_changed_by_one_press()
    {
        var rows = string.Concat(Enumerable.Range(0, 100).Select(i => $"Orl\u00e9ans,{i % 7},{(i % 2 == 0 ? "yes" : "no")}\n"));
        File.WriteAllBytes(Path.Combine(_project.Folder, "old.csv"), System.Text.Encoding.Latin1.GetBytes("town,n,sold\n" + rows));
        var inspection = SourceInspection.Of(new TableSource { Path = "old.csv" }, _project.Folder, TestContext.Current.CancellationToken);

        var note = Assert.Single(DataWarnings.Of(inspection, DataPlan.Guess(inspection, "data")), w => w.Code == "encoding");

        Assert.Equal("The file is not UTF-8. It is read as Western European (Windows-1252), such as “Orléans”.", note.Message.En);
        Assert.Equal("x-mac-roman", Assert.IsType<TableSource>(note.Fix!.Apply(DataPlan.Guess(inspection, "data")).Source).Encoding);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_told_with_its_line_and_all_quotes_can_be_made_ordinary_by_one_press()
    {
        var text = "text,label\n" + string.Concat(Enumerable.Range(0, 100).Select(i => i == 40 ? "\"never closed,a\n" : $"\"note {i}\",{(i % 2 == 0 ? "a" : "b")}\n"));
        var inspection = _project.InspectTable(text);
        var plan = DataPlan.Guess(inspection, "data");

        var open = Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == "unclosed-quote");
        Assert.StartsWith("In line 42 of the file a double quote is never closed.", open.Message.En, StringComparison.Ordinal);
        Assert.True(open.IsAboutReading);
        var mended = open.Fix!.Apply(plan);
        var again = SourceInspection.Of(mended.Source, mended.Changes, _project.Folder, TestContext.Current.CancellationToken);
        Assert.Equal("\"note 0\"", again.Sample(1)[0][0]);
        Assert.DoesNotContain(DataWarnings.Of(again, mended), w => w.Code == "unclosed-quote");
    }

    [Fact]
    public void A_title_above_the_table_and_a_total_below_are_told_and_each_is_mended_by_one_press()
    {
        var text = "Sales of 2024\n\nregion;units;sold\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{(i % 2 == 0 ? "N" : "S")};{i * 7};{i % 2}\n")) + "Total;34650;\n";
        var inspection = _project.InspectTable(text);
        var plan = DataPlan.Guess(inspection, "data");

        var above = Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == "lines-above");
        var total = Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == "total-row");

        Assert.Equal((WarningLevel.Note, "The first line of the file stands above the table and is not read."), (above.Level, above.Message.En));
        Assert.Equal(("region", WarningLevel.Warning), (total.Column, total.Level));
        var mended = total.Fix!.Apply(plan);
        var again = SourceInspection.Of(mended.Source, mended.Changes, _project.Folder, TestContext.Current.CancellationToken);
        Assert.Equal((101, 100), (inspection.Table.RowCount, again.Table.RowCount));
        Assert.DoesNotContain(DataWarnings.Of(again, mended), w => w.Code == "total-row");
        Assert.Equal(0, Assert.IsType<TableSource>(above.Fix!.Apply(plan).Source).LinesAbove);
    }

    [Fact]
    public void Columns_that_are_left_out_by_themselves_are_named_with_the_reason()
    {
        var inspection = _project.InspectTable(
            "id,same,empty,rare,size,kind\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"{i},x,,{(i % 4 == 0 ? i : "")},{i * 7 % 31},{i % 2}\n")));
        var plan = DataPlan.Guess(inspection, "data");
        var note = Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == "left-out");

        Assert.Equal(
            "Left out, because there is little to learn from them: “id” (names the row), “same” (always the same), “empty” (empty), “rare” (75% missing).", note.Message.En);
        Assert.DoesNotContain(note.Fix!.Apply(plan).Columns, c => c.Use == ColumnUse.Ignored);
    }

    [Fact]
    public void Repeated_rows_that_are_used_once_are_told_calmly_and_can_be_used_again()
    {
        var inspection = _project.InspectTable(Table("repeated"));
        var plan = DataPlan.Guess(inspection, "data").WithTarget("target");
        var warning = Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == "repeats");
        Assert.Equal(WarningLevel.Warning, warning.Level);
        Assert.Contains("200 rows repeat", warning.Message.En, StringComparison.Ordinal);

        var once = warning.Fix!.Apply(plan);
        var note = Assert.Single(DataWarnings.Of(inspection, once), w => w.Code == "used-once");

        Assert.Equal(WarningLevel.Note, note.Level);
        Assert.Null(note.Fix!.Apply(once).Rows);
    }

    [Fact]
    public void Equal_rows_of_a_few_coarse_columns_are_no_fault()
    {
        var random = new Random(5);
        var inspection = _project.InspectTable("size,colour,liked\n" + string.Concat(Enumerable.Range(0, 300)
            .Select(_ => $"{"SML"[random.Next(3)]},{(random.Next(2) == 0 ? "red" : "blue")},{(random.Next(2) == 0 ? "yes" : "no")}\n")));

        var warning = Assert.Single(DataWarnings.Of(inspection, DataPlan.Guess(inspection, "data").WithTarget("liked")), w => w.Code == "repeats");

        Assert.Equal((WarningLevel.Note, null), (warning.Level, warning.Fix));
    }

    [Theory]
    [InlineData("iris.csv", true)]
    [InlineData("breast-cancer.csv", false)]
    [InlineData("concrete.csv", true)]
    [InlineData("seattle-weather.csv", false)]
    [InlineData("wordnet-topics.tsv", false)]
    [InlineData("sensor-anomaly.csv", false)]
    public void The_data_of_the_ready_projects_raise_no_false_alarm(string file, bool hasRepeats)
    {
        var inspection = _project.InspectSample(file);

        var warnings = DataWarnings.Of(inspection, DataPlan.Guess(inspection, "data"));

        Assert.DoesNotContain(warnings, w => w.Code is "gives-away" or "id-like" or "constant");
        Assert.Equal(hasRepeats ? [WarningLevel.Note] : [], warnings.Where(w => w.Code == "repeats").Select(w => w.Level));
    }

    [Fact]
    public void The_lowest_temperature_is_not_taken_for_minutes()
    {
        var inspection = _project.InspectSample("seattle-weather.csv");

        Assert.Null(DataPlan.Guess(inspection, "data").Columns.Single(c => c.Name == "temp_min").Unit);
    }

    [Fact]
    public void A_number_type_that_does_not_fit_blocks_and_can_be_set_back()
    {
        var inspection = _project.InspectSample("iris.csv");
        var plan = DataPlan.Guess(inspection, "data");
        plan = plan.With(plan.Target! with { Type = ColumnType.Number });

        var warning = DataWarnings.Of(inspection, plan)[0];

        Assert.Equal((WarningLevel.Blocking, "type-does-not-fit"), (warning.Level, warning.Code));
        Assert.Equal(ColumnType.Category, warning.Fix!.Apply(plan).Target?.Type);
    }

    [Fact]
    public void Without_a_target_nothing_can_be_trained()
    {
        var inspection = _project.InspectSample("iris.csv");

        Assert.Equal(WarningLevel.Blocking, DataWarnings.Of(inspection, DataPlan.Guess(inspection, "data").WithTarget(null))[0].Level);
    }

    public void Dispose() => _project.Dispose();

    private static string Table(string what)
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 200).Select(row =>
        {
            var number = random.NextDouble();
            var isYes = what switch { "unbalanced" => row % 40 == 0, "rare" => row < 100, _ => random.Next(2) == 0 };
            var target = what switch
            {
                "twice" or "squared" => Text(number),
                "whole" => Text(random.Next(5)),
                "rare" when row == 7 => "never",
                _ => isYes ? "yes" : "no",
            };
            var a = what switch { "1" => "1", "gap" => row % 2 == 0 ? "" : Text(number), "cancelled" => isYes ? Text(number) : "", "twice" => Text(number * 2), "squared" => Text(number * number), "border" => Text(isYes ? 1 + number : number), "renamed" => isYes ? "ja" : "nein", _ => Text(number) };
            return $"{a},{Text(random.NextDouble())},{target}";
        }).ToArray();
        if (what == "repeated")
        {
            rows = [.. rows, .. rows];
        }

        return "a,b,target\n" + string.Join('\n', rows) + "\n";
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
