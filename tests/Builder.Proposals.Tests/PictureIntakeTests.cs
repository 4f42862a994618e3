using Builder.Datasets;
using Builder.Datasets.Pictures;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Proposals.Warnings;

namespace Builder.Proposals.Tests;

/// <summary>Pictures as people bring them, see tests/golden/intake: what becomes of folders and labels, and what is said.</summary>
public sealed class PictureIntakeTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Intake");

    /// <summary>Every archive of pictures: the pictures of each class, and all that is told of reading, or spoils a model, with its buttons.</summary>
    [Theory]
    [InlineData("R26-odd-pixels/odd.zip", "cat 17 · dog 19", "few-rows:")]
    [InlineData("R26-odd-pixels/only-cat-g16.png.zip", "cat 21 · dog 20", "few-rows:")]
    [InlineData("R26-odd-pixels/only-dog-tga.tga.zip", "cat 20 · dog 21", "few-rows:")]
    [InlineData("R27-exif/arrows-mixed.zip", "right 30 · up 30", "few-rows:")]
    [InlineData("R28-damaged/all-six.zip", "cat 300 · dog 300")]
    [InlineData("R28-damaged/cut-bodies.zip", "cat 300 · dog 300")]
    [InlineData("R29-skipped/three-classes.zip", "bird 40 · cat 40 · dog 40")]
    [InlineData("R29-skipped/tiff.zip", "cat 20 · dog 20", "few-rows:")]
    [InlineData("R30-nesting/class-then-split.zip", "cat 26 · dog 26", "parts-used: Draw at random instead", "few-rows:")]
    [InlineData("R30-nesting/leftovers.zip", "cat 20 · dog 20", "few-rows:")]
    [InlineData("R30-nesting/some-loose.zip", "cat 20 · dog 20", "loose-pictures(class): Leave it out | Make it a class of its own", "few-rows:")]
    [InlineData("R30-nesting/train-val.zip", "cat 26 · dog 26", "parts-used: Draw at random instead", "few-rows:")]
    [InlineData("R31-paths-labels/labels.zip", "", "no-classes:", "table-beside-0: Use it", "few-rows:")]
    [InlineData("R32-zip-names/gbk.zip", "狗 20 · 猫 20", "few-rows:")]
    [InlineData("R33-class-order/digits.zip", "0 6 · 1 6 · 2 6 · 3 6 · 4 6 · 5 6 · 6 6 · 7 6 · 8 6 · 9 6 · 10 6 · 11 6 · 12 6 · 13 6 · 14 6 · 15 6 · 16 6 · 17 6 · 18 6 · 19 6 · 20 6 · 21 6 · 22 6 · 23 6 · 24 6 · 25 6")]
    [InlineData("R42-renamed/renamed.zip", "alsatian 20 · kitten 20", "few-rows:")]
    [InlineData("X11-photos/phone.zip", "", "no-classes:", "few-rows:")]
    public void Classes_are_what_the_folders_say_and_all_that_was_guessed_is_told(string file, string classes, params string[] told)
    {
        var (inspection, plan) = Look(file);
        var column = inspection.Table.Find<Datasets.Columns.TextColumn>("class");
        var warnings = DataWarnings.Of(inspection, plan);

        Assert.Equal(classes, column is null || plan.Target?.Name != "class" ? "" : string.Join(" · ", Enumerable.Range(0, column.Count).Select(row => column[row]).OfType<string>()
            .GroupBy(name => name).OrderBy(g => g.Key, NaturalOrder.Instance).Select(g => $"{g.Key} {g.Count()}")));
        Assert.Equal(told.Order(), warnings.Where(w => w.IsAboutReading || w.Level > WarningLevel.Note).Select(ReadTable.Told).Order());
    }

    [Theory]
    [InlineData("train-val", 40, 12, 0, "“train”, “val”")]
    [InlineData("class-then-split", 40, 0, 12, "“train”, “test”")]
    public void The_split_follows_the_folders_and_can_be_turned_off(string file, int train, int validation, int test, string named)
    {
        var (inspection, plan) = Look($"R30-nesting/{file}.zip");
        var set = Set(inspection, plan);
        var prepared = DataPreparation.Prepare(set, s_folder, TestContext.Current.CancellationToken);

        Assert.Equal("part", Assert.IsType<GivenSplit>(set.Split).By);
        Assert.Equal(validation == 0 ? test : validation, validation == 0 ? prepared.Test.Length : prepared.Validation.Length);
        Assert.Equal(train, prepared.Train.Length + (validation == 0 ? prepared.Validation.Length : prepared.Test.Length));
        Assert.All([prepared.Train.Length, prepared.Validation.Length, prepared.Test.Length], count => Assert.NotEqual(0, count));
        Assert.Equal(SplitWay.Suitable, DataPlan.Read(set, "class", inspection).Split.Way);

        var note = Warning(inspection, plan, "parts-used");
        Assert.Equal((WarningLevel.Note, true), (note.Level, note.IsAboutReading));
        Assert.Contains(named, note.Message.En, StringComparison.Ordinal);

        var random = Set(inspection, note.Fix!.Apply(plan));
        Assert.IsType<StratifiedSplit>(random.Split);
        var read = DataPlan.Read(random, "class", inspection);
        Assert.Equal(SplitWay.Even, read.Split.Way);
        Assert.IsType<GivenSplit>(Set(inspection, Warning(inspection, read, "parts-not-used").Fix!.Apply(read)).Split);
    }

    [Fact]
    public void A_loose_picture_is_told_and_left_out_or_made_a_class()
    {
        var (inspection, plan) = Look("R30-nesting/some-loose.zip");
        var warning = Warning(inspection, plan, "loose-pictures");

        Assert.Equal(40, DataPreparation.Prepare(Set(inspection, plan), s_folder, TestContext.Current.CancellationToken) is var all ? all.Train.Length + all.Validation.Length + all.Test.Length : 0);
        Assert.Contains("readme.png", warning.Message.En, StringComparison.Ordinal);

        var without = warning.Fix!.Apply(plan);
        var left = SourceInspection.Of(plan.Source, without.Changes, s_folder, TestContext.Current.CancellationToken);
        Assert.Equal(40, left.Table.RowCount);
        Assert.DoesNotContain(DataWarnings.Of(left, without), w => w.Code == "loose-pictures");

        var kept = warning.OtherFixes.Single().Apply(plan);
        var three = SourceInspection.Of(plan.Source, kept.Changes, s_folder, TestContext.Current.CancellationToken);
        Assert.Equal(3, three.Profiles.Single(p => p.Name == "class").Distinct);
    }

    [Fact]
    public void Labels_beside_pictures_are_predicted_and_what_they_lack_is_said()
    {
        var source = WithLabels("R31-paths-labels/labels.zip");
        var inspection = SourceInspection.Of(source, s_folder, TestContext.Current.CancellationToken);
        var plan = DataPlan.Guess(inspection, "data");

        Assert.Equal("label", plan.Target!.Name);
        Assert.Contains("“file” names the files", Warning(inspection, plan, "labels-used").Message.En, StringComparison.Ordinal);
        Assert.Contains("2 rows of it name pictures that are not there: “images/060.jpg”", Warning(inspection, plan, "labels-without-picture").Message.En, StringComparison.Ordinal);
        Assert.Null(((PicturesSource)Warning(inspection, plan, "labels-used").Fix!.Apply(plan).Source).Labels);

        var prepared = DataPreparation.Prepare(Set(inspection, plan), s_folder, TestContext.Current.CancellationToken);
        Assert.Equal(["cat", "dog"], prepared.Schema.Find("label")!.ClassNames);
    }

    [Fact]
    public void Without_labels_and_folders_it_is_said_what_would_help_and_a_table_that_is_there_is_offered()
    {
        var (inspection, plan) = Look("R31-paths-labels/labels.zip");
        var warnings = DataWarnings.Of(inspection, plan);

        Assert.Equal("no-classes", Assert.Single(warnings, w => w.Level == WarningLevel.Blocking).Code);
        Assert.NotNull(((PicturesSource)warnings.Single(w => w.Code == "table-beside-0").Fix!.Apply(plan).Source).Labels);
    }

    [Fact]
    public void Pictures_that_cannot_be_read_block_until_all_of_them_are_left_out_in_one_step()
    {
        var (inspection, plan) = Look("R28-damaged/all-six.zip");
        var findings = Findings(inspection);
        var warning = Assert.Single(UnreadableWarnings.Of(inspection, findings));
        Assert.Equal((UnreadableWarnings.StillUsed, WarningLevel.Blocking), (warning.Code, warning.Level));
        Assert.Throws<DataException>(() => DataPreparation.Prepare(Set(inspection, plan), s_folder, TestContext.Current.CancellationToken));

        var mended = warning.Fix!.Apply(plan);
        Assert.Equal(findings.Unreadable.Length, mended.Changes!.LeftOut.Count);
        var left = SourceInspection.Of(plan.Source, mended.Changes, s_folder, TestContext.Current.CancellationToken);
        Assert.Equal(inspection.Table.RowCount - findings.Unreadable.Length, left.Table.RowCount);
        Assert.Equal((UnreadableWarnings.LeftOut, WarningLevel.Note), Assert.Single(UnreadableWarnings.Of(left, findings)) is var note ? (note.Code, note.Level) : default);
        Assert.NotEmpty(DataPreparation.Prepare(Set(left, mended), s_folder, TestContext.Current.CancellationToken).Train);
    }

    [Fact]
    public void Training_names_the_picture_that_it_cannot_read_and_the_way_out()
    {
        var (inspection, plan) = Look("R28-damaged/all-six.zip");
        var refused = Assert.Throws<DataException>(() => DataPreparation.Prepare(Set(inspection, plan), s_folder, TestContext.Current.CancellationToken));

        Assert.Contains(Findings(inspection).Unreadable[0].File, refused.Words.En, StringComparison.Ordinal);
        Assert.Contains("The Data page lists all pictures that cannot be read, and leaves them out with one click.", refused.Words.En, StringComparison.Ordinal);
        Assert.Equal(Findings(inspection).Unreadable[0].Reason.Kind, refused.Code);
    }

    [Fact]
    public void A_class_of_which_nothing_can_be_read_is_named()
    {
        var (inspection, _) = Look("R29-skipped/three-classes.zip");
        var files = inspection.Table.Get<Datasets.Columns.TextColumn>("file").Entries;
        var reason = new Graph.Messages.Message("picture-other-kind", []);
        var birds = new PictureFindings(files.Length, files.Length, [.. files.Where(f => f.StartsWith("bird/", StringComparison.Ordinal)).Select(f => new UnreadablePicture(f, "bird", reason))]);

        Assert.Contains("Of the class “bird” nothing can be read", Assert.Single(UnreadableWarnings.Of(inspection, birds)).Message.En, StringComparison.Ordinal);
        Assert.Empty(UnreadableWarnings.Of(inspection, birds with { Unreadable = [] }));
    }

    private static PicturesSource WithLabels(string file) =>
        new() { Path = file, Labels = SourceInspection.Of(new PicturesSource { Path = file }, s_folder, TestContext.Current.CancellationToken).Beside[0] };

    private static PictureFindings Findings(SourceInspection inspection)
    {
        var (pictures, files) = (inspection.Table.Columns.OfType<Datasets.Columns.PictureColumn>().Single(), inspection.Table.Get<Datasets.Columns.TextColumn>("file"));
        var unreadable = Enumerable.Range(0, pictures.Count).Select(row => (Row: row, Problem: Record.Exception(() => pictures.Decode(row)) as DataException)).Where(p => p.Problem is not null)
            .Select(p => new UnreadablePicture(files[p.Row]!, files[p.Row]!.Split('/')[0], p.Problem!.Reason));
        return new(pictures.Count, pictures.Count, [.. unreadable]);
    }

    private static DataSet Set(SourceInspection inspection, DataPlan plan) =>
        DocumentEditor.Apply(ProjectDocument.Create("Test"), Proposer.UsePlan(inspection, plan)(ProjectDocument.Create("Test"))).Document!.Data["data"];

    private static DataWarning Warning(SourceInspection inspection, DataPlan plan, string code) => DataWarnings.Of(inspection, plan).Single(w => w.Code == code);

    private static (SourceInspection Inspection, DataPlan Plan) Look(string file)
    {
        var inspection = SourceInspection.Of(new PicturesSource { Path = file }, s_folder, TestContext.Current.CancellationToken);
        return (inspection, DataPlan.Guess(inspection, "data"));
    }
}
