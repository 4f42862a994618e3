using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Proposals.Warnings;

namespace Builder.Proposals.Tests;

/// <summary>Tables as people bring them, see tests/golden/intake: how rows are held back, and what is said.</summary>
public sealed class IntakeTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Intake");

    [Fact]
    public void Genres_are_labels_with_one_yes_or_no_each_and_unknown_ones_are_left_out_and_said()
    {
        var (inspection, plan) = Look("R25-multi-label/genres.csv");
        var set = Proposed(inspection, plan);
        var note = Warning(inspection, plan, "several-labels");

        Assert.Equal(("genre", ColumnType.Labels), (plan.Target?.Name, plan.Target?.Type));
        Assert.Equal(";", Assert.IsType<MultiHot>(Assert.Single(set.Columns[^1].Transforms)).Separator);
        Assert.Equal(["genre"], set.Rows!.Complete);
        Assert.IsType<RandomSplit>(set.Split);
        Assert.True(note.IsAboutReading);
        Assert.Equal(
            "“genre” holds several labels in a cell, with “;” between them: “comedy”, “action”, “drama”, “horror”. Each becomes a yes or no of its own."
            + " An empty cell means that they are not known; only “[]” says that a row has none.", note.Message.En);
        Assert.StartsWith("20 rows do not say what “genre” is", Warning(inspection, plan, "unknown-target").Message.En, StringComparison.Ordinal);
        Assert.DoesNotContain(DataWarnings.Of(inspection, plan), w => w.Code == "rare-labels");
    }

    [Fact]
    public void Each_combination_of_genres_is_a_class_by_one_press_and_taken_apart_by_another()
    {
        var (inspection, plan) = Look("R25-multi-label/genres.csv");
        var combined = Warning(inspection, plan, "several-labels").Fix!.Apply(plan);
        var apart = Warning(inspection, combined, "combined-labels").Fix!.Apply(combined);

        Assert.Equal((ColumnType.Category, ColumnType.Labels), (combined.Target!.Type, apart.Target!.Type));
        Assert.IsType<Ordinal>(Assert.Single(Proposed(inspection, combined).Columns[^1].Transforms));
        Assert.Contains("each of the 6 combinations", Warning(inspection, combined, "combined-labels").Message.En, StringComparison.Ordinal);
        Assert.Equal(plan.Columns, apart.Columns);
    }

    [Fact]
    public void A_model_for_labels_is_proposed_as_the_field_does_it_and_trains()
    {
        using var project = new TemporaryProject();
        var inspection = project.InspectTable(File.ReadAllText(Path.Combine(s_folder, "R25-multi-label", "genres.csv")));
        var proposal = project.Propose(inspection);

        Assert.Equal(ProposedTask.Labels, proposal.Task);
        Assert.Contains(proposal.Document.Blocks.Values, b => b.Kind == "BCEWithLogitsLoss");
        TemporaryProject.AssertTrains(proposal);
        var head = Assert.Single(TemporaryProject.Analyze(proposal).Heads);
        Assert.Equal((Graph.Metrics.TaskKind.MultiLabel, 4L), (head.Task, head.Outputs));
        Assert.Contains("any number of the 4 labels of “genre”", proposal.Explanation[0].Text.En, StringComparison.Ordinal);
        var read = DataPlan.Read(proposal.Document.Data["data"], "genre", inspection);
        Assert.Equal((ColumnType.Labels, SplitWay.Suitable, null), (read.Target!.Type, read.Split.Way, read.Rows));
    }

    [Fact]
    public void Labels_are_read_as_ones_among_zeros_where_another_column_is_predicted()
    {
        using var project = new TemporaryProject();
        var inspection = project.InspectTable(File.ReadAllText(Path.Combine(s_folder, "R25-multi-label", "genres.csv")));
        var proposal = project.Propose(inspection, "minutes");

        TemporaryProject.AssertTrains(proposal);
        Assert.Equal(["action", "comedy", "drama", "horror", "missing"], proposal.Schema.Find("genre")!.ClassNames);
        Assert.Contains("Several labels in a cell become one yes/no value each (genre)", proposal.Explanation[1].Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_hardly_any_row_are_warned_of_and_their_rows_can_be_left_out()
    {
        using var project = new TemporaryProject();
        var inspection = project.InspectTable("x,tags\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i * 7 % 13},{(i == 5 ? "a;western" : i % 3 == 0 ? "a;b" : i % 3 == 1 ? "b;c" : "c")}\n")));
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Warning(inspection, plan, "rare-labels");

        Assert.StartsWith("“western” is a label of fewer than 5 rows", warning.Message.En, StringComparison.Ordinal);
        Assert.Equal("6", warning.Fix!.Apply(plan).Changes!.LeftOut.ToString());
    }

    [Fact]
    public void Visits_of_one_customer_stay_together_and_the_customer_is_no_input()
    {
        var (inspection, plan) = Look("E-groups/patients.csv");
        var set = Proposed(inspection, plan);

        Assert.Equal("customer_id", Assert.IsType<GroupSplit>(set.Split).By);
        Assert.DoesNotContain(set.Columns, c => c.SourceName == "customer_id");
        var note = Warning(inspection, plan, "kept-together");
        Assert.Equal((WarningLevel.Note, "customer_id"), (note.Level, note.Column));
        Assert.StartsWith("“customer_id” names 60 different ones, with 6 rows each on average.", note.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_draws_single_rows_all_the_same_is_warned_and_can_go_back()
    {
        var (inspection, plan) = Look("E-groups/patients.csv");
        var single = Warning(inspection, plan, "kept-together").Fix!.Apply(plan);
        var set = Proposed(inspection, single);

        Assert.IsType<StratifiedSplit>(set.Split);
        var read = DataPlan.Read(set, "relapse", inspection);
        Assert.Equal(SplitWay.Even, read.Split.Way);
        var torn = Warning(inspection, read, "torn-apart");
        Assert.Equal(WarningLevel.Warning, torn.Level);
        Assert.IsType<GroupSplit>(Proposed(inspection, torn.Fix!.Apply(read)).Split);
    }

    [Theory]
    [InlineData("R22-series/clean", "time", 400)]
    [InlineData("R22-series/dup-stamp", "time", 401)]
    [InlineData("R22-series/newest-first", "time", 400)]
    [InlineData("R22-series/shuffled", "time", 400)]
    [InlineData("R22-series/year-only", "year", 120)]
    [InlineData("R23-irregular/business-days", "date", 285)]
    [InlineData("R23-irregular/two-shops", "date", 279)]
    [InlineData("R23-irregular/hole", "time", 900)]
    public void A_series_is_forecast_from_its_past_with_the_last_part_held_back(string file, string by, int rows)
    {
        var (inspection, plan) = Look(file + ".csv");
        var set = Proposed(inspection, plan);

        Assert.Equal((rows, by, by), (inspection.Table.RowCount, Assert.IsType<TimeSplit>(set.Split).By, set.Windows?.OrderBy));
        Assert.Equal(file.EndsWith("two-shops", StringComparison.Ordinal) ? "shop" : null, set.Windows!.GroupBy);
        Assert.DoesNotContain(DataWarnings.Of(inspection, plan), w => w.Level == WarningLevel.Warning || (w.Code == "holes" && !file.EndsWith("/hole", StringComparison.Ordinal)));
        Assert.Equal(SplitWay.Suitable, DataPlan.Read(set, set.Columns[^1].Name, inspection).Split.Way);
    }

    [Theory]
    [InlineData(30, "shop")]
    [InlineData(7, "shop")]
    [InlineData(0, "shop")]
    public void Two_shops_whose_times_lie_between_each_other_are_two_series(int minutes, string group)
    {
        using var project = new TemporaryProject();
        var start = new DateTime(2024, 1, 1, 9, 0, 0, DateTimeKind.Unspecified);
        var inspection = project.InspectTable("time,shop,sales\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
            $"{start.AddHours(i / 2).AddMinutes(i % 2 * minutes).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)},{"AB"[i % 2]},{(i % 2 * 50) + (i * 7 % 31)}\n")));
        var plan = DataPlan.Guess(inspection, "data").WithTarget("sales");
        var set = project.Propose(inspection, plan).Document.Data["data"];

        Assert.Equal(group, set.Windows?.GroupBy);
        Assert.StartsWith("The table holds 2 series, told apart by “shop”", Warning(inspection, plan, "several-series").Message.En, StringComparison.Ordinal);
        Assert.Equal(SplitWay.Suitable, DataPlan.Read(set, "sales_next", inspection).Split.Way);
    }

    [Fact]
    public void A_weekday_or_a_phase_names_no_series()
    {
        using var project = new TemporaryProject();
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var inspection = project.InspectTable("date,weekday,phase,sales\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
            $"{start.AddDays(i):yyyy-MM-dd},{start.AddDays(i).DayOfWeek},{(i < 200 ? "before" : "after")},{i * 7 % 31}\n")));
        var set = project.Propose(inspection, DataPlan.Guess(inspection, "data").WithTarget("sales")).Document.Data["data"];

        Assert.Equal("date", set.Windows?.OrderBy);
        Assert.Null(set.Windows!.GroupBy);
    }

    [Fact]
    public void Series_that_no_column_names_are_told()
    {
        using var project = new TemporaryProject();
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var inspection = project.InspectTable("date,sales,price\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{start.AddDays(i / 2):yyyy-MM-dd},{(i % 2 * 50) + (i * 7 % 31)},{i * 13 % 17}.5\n")));

        Assert.StartsWith("Nearly every time in “date” occurs 2 times", Warning(inspection, DataPlan.Guess(inspection, "data").WithTarget("sales"), "nameless-series").Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_hour_is_said_and_can_be_used_once()
    {
        var (inspection, plan) = Look("R22-series/dup-stamp.csv");
        var note = Warning(inspection, plan, "repeated-times");

        Assert.Equal(
            "1 row has a time in “time” that an earlier row has already (row 222: 2023-10-29 04:00). All are kept, in the order of the file.", note.Message.En);
        Assert.Equal("222", note.Fix!.Apply(plan).Changes!.LeftOut.ToString());
    }

    [Fact]
    public void A_row_without_a_time_does_not_end_a_series()
    {
        using var project = new TemporaryProject();
        var inspection = project.InspectTable("time,load\n" + string.Concat(Enumerable.Range(0, 200)
            .Select(i => $"{(i == 70 ? "" : new DateTime(2024, 1, 1).AddHours(i).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))},{i * 7 % 31}\n")));
        var plan = DataPlan.Guess(inspection, "data");
        var proposal = project.Propose(inspection, plan);

        Assert.Equal(ProposedTask.Forecast, proposal.Task);
        Assert.StartsWith("1 row has no time in “time”", Warning(inspection, plan, "no-time").Message.En, StringComparison.Ordinal);
        var set = proposal.Document.Data["data"];
        Assert.Equal(["time"], set.Rows!.Complete);
        Assert.Null(DataPlan.Read(set, set.Columns[^1].Name, inspection).Rows);
    }

    [Fact]
    public void A_hole_is_named_with_its_place_and_no_window_reaches_across_unless_somebody_wants_it()
    {
        var (inspection, plan) = Look("R23-irregular/hole.csv");
        var note = Warning(inspection, plan, "holes");
        var across = note.Fix!.Apply(plan);
        var (apart, over) = (Proposed(inspection, plan), Proposed(inspection, across));

        Assert.StartsWith("Rows are missing in “time”: 3 days after 2023-01-01 08:20 (row 500).", note.Message.En, StringComparison.Ordinal);
        Assert.InRange(apart.Windows!.LongestStep!.Value * 24 * 60, 3, 4);
        Assert.Null(over.Windows!.LongestStep);
        var read = DataPlan.Read(over, over.Columns[^1].Name, inspection);
        Assert.True(read.CrossHoles);
        Assert.False(Warning(inspection, read, "holes").Fix!.Apply(read).CrossHoles);
    }

    [Fact]
    public void Classes_over_time_are_offered_the_split_in_time()
    {
        var (inspection, guess) = Look("R22-series/up-down.csv");
        var plan = guess.WithTarget("move");
        var warning = Warning(inspection, plan, "not-in-time");
        var mended = warning.Fix!.Apply(plan);

        Assert.Equal(WarningLevel.Warning, warning.Level);
        Assert.Equal("date", Assert.IsType<TimeSplit>(Proposed(inspection, mended).Split).By);
        Assert.DoesNotContain(DataWarnings.Of(inspection, mended), w => w.Code == "not-in-time");
    }

    [Fact]
    public void Spellings_of_one_class_are_merged_by_one_press_and_that_can_be_taken_back()
    {
        var (inspection, plan) = Look("X04-label-typos/tickets.csv");
        var warning = Warning(inspection, plan, "spellings");
        var merged = warning.Fix!.Apply(plan);
        var again = SourceInspection.Of(merged.Source, merged.Changes, s_folder, TestContext.Current.CancellationToken);

        Assert.Equal((WarningLevel.Warning, "Merge all 6 into 2"), (warning.Level, warning.Fix.Title.En));
        Assert.Equal(["Billing", "Tech", "support"], ClassesOf(again, "team"));
        Assert.Equal(["Billing", "Tech", "support"], ClassesOf(inspection.AsMeant(merged.Changes), "team"));
        Assert.DoesNotContain(DataWarnings.Of(again, merged), w => w.Code == "spellings");
        var schema = Proposer.Propose(again, merged, s_folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken).Schema;
        Assert.Equal(3, schema.Find("team")!.Classes);
        Assert.Null(Warning(again, merged, "merged-spellings").Fix!.Apply(merged).Changes);
    }

    [Fact]
    public void Ticks_are_offered_as_yes_and_no()
    {
        var (inspection, plan) = Look("X14-bool-words/checks.csv");
        var meant = Warning(inspection, plan, "ticks").Fix!.Apply(plan);
        var again = SourceInspection.Of(meant.Source, meant.Changes, s_folder, TestContext.Current.CancellationToken);

        Assert.Equal(["no", "x"], ClassesOf(again, "shipped"));
        Assert.Equal(ColumnUse.Input, meant.Columns.Single(c => c.Name == "shipped").Use);
        Assert.Contains(Proposed(again, meant).Columns, c => c.SourceName == "shipped");
    }

    [Fact]
    public void Classes_far_apart_in_number_are_offered_weights_which_a_proposal_uses()
    {
        var (inspection, plan) = Look("R24-imbalance/95-5.csv");
        var balanced = Warning(inspection, plan, "imbalance").Fix!.Apply(plan);
        var proposal = Proposer.Propose(inspection, balanced, s_folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken);
        var set = proposal.Document.Data["data"];

        var read = DataPlan.Read(set, "fraud", inspection);
        Assert.True(read.Balanced);
        Assert.Equal([0.526, 10], Weights(proposal.Document));
        var alike = Proposer.UsePlan(inspection, Warning(inspection, read, "balanced").Fix!.Apply(read))(proposal.Document);
        Assert.Empty(Weights(DocumentEditor.Apply(proposal.Document, alike).Document!));
    }

    [Fact]
    public void A_target_that_is_lost_in_one_row_is_named_with_its_row()
    {
        var (inspection, plan) = Look("R43-loss/outlier-target.csv");
        var warning = Warning(inspection, plan, "far-outside");

        Assert.StartsWith("“cost” is 1E+300 in row 51, far outside all others (10 to 99).", warning.Message.En, StringComparison.Ordinal);
        Assert.DoesNotContain(DataWarnings.Of(inspection, plan), w => w.Code == "sum-gives-away");
        var mended = warning.Fix!.Apply(plan);
        var again = SourceInspection.Of(mended.Source, mended.Changes, s_folder, TestContext.Current.CancellationToken);
        Assert.IsType<RandomSplit>(Proposed(again, mended).Split);
    }

    private static string[] ClassesOf(SourceInspection inspection, string column) =>
        [.. inspection.Table.Get<Builder.Datasets.Columns.TextColumn>(column).Entries.Order(StringComparer.Ordinal)];

    private static double[] Weights(ProjectDocument document) =>
        [.. (document.Blocks.Values.Single(b => b.Kind == "CrossEntropyLoss").Parameters.GetValueOrDefault("weight") as ParameterValue.List)?.Items.Select(Number) ?? []];

    private static double Number(ParameterValue value) => value is ParameterValue.Number { Value: var number } ? number : ((ParameterValue.Integer)value).Value;

    private static (SourceInspection Inspection, DataPlan Plan) Look(string file)
    {
        var inspection = SourceInspection.Of(new TableSource { Path = file }, s_folder, TestContext.Current.CancellationToken);
        return (inspection, DataPlan.Guess(inspection, "data"));
    }

    private static DataSet Proposed(SourceInspection inspection, DataPlan plan) =>
        Proposer.Propose(inspection, plan, s_folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken).Document.Data["data"];

    private static DataWarning Warning(SourceInspection inspection, DataPlan plan, string code) =>
        Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == code);
}
