using System.Globalization;
using Builder.Datasets.Checks;
using Builder.Datasets.Pictures;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Proposals.Warnings;

namespace Builder.Proposals.Tests;

public sealed class CopyWarningsTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Nearly_equal_rows_are_told_with_examples_and_kept_together_by_one_press()
    {
        var (inspection, plan) = Rounded();
        var warning = Single(inspection, plan, "copies");

        Assert.Equal(WarningLevel.Warning, warning.Level);
        Assert.StartsWith("80 rows are copies of another row: 0 equal, 80 with numbers that differ by rounding or a hair's breadth only.", warning.Message.En, StringComparison.Ordinal);
        Assert.Equal((1, 321), (warning.Pairs[0].First, warning.Pairs[0].Other));
        Assert.Contains("a ", warning.Pairs[0].FirstWords, StringComparison.Ordinal);

        var kept = warning.Fix!.Apply(plan);
        var note = Single(inspection, kept, "kept-copies");

        Assert.DoesNotContain(DataWarnings.Of(inspection, kept), w => w.Code == "copies");
        Assert.Equal(80, kept.Changes!.Together.Length);
        Assert.Null(note.Fix!.Apply(kept).Changes);
    }

    [Fact]
    public void Copies_can_be_left_out_and_the_first_of_each_stays()
    {
        var (inspection, plan) = Rounded();
        var left = Single(inspection, plan, "copies").OtherFixes[0].Apply(plan);

        Assert.Equal("321-400", left.Changes!.LeftOut.ToString());
    }

    [Fact]
    public void What_is_kept_together_survives_the_document()
    {
        var (inspection, plan) = Rounded();
        var kept = Single(inspection, plan, "copies").Fix!.Apply(plan);
        var set = _project.Propose(inspection, kept).Document.Data["data"];

        Assert.Equal(kept.Changes, DataPlan.Read(set, "y", inspection).Changes);
    }

    [Fact]
    public void Rows_that_are_split_in_time_can_only_be_left_out()
    {
        var (inspection, plan) = Rounded();
        var warning = Single(inspection, plan with { Split = new SplitChoice(SplitWay.Time) }, "copies");

        Assert.Equal("Leave the copies out", warning.Fix!.Title.En);
        Assert.Empty(warning.OtherFixes);
    }

    [Fact]
    public void Copies_of_pictures_are_counted_in_the_parts_that_their_folders_say_and_not_kept_together_in_vain()
    {
        // In the order of the files 1 to 12 are for the test; each is there once more to learn from.
        var inspection = _project.InspectPictures(new[] { "test", "train" }.SelectMany(part => Pictures($"{part}/cats", $"{part}/dogs")));
        var copies = new PictureCopies([.. Enumerable.Range(1, 12).Select(number => RowNumbers.Of(number, number + 12))], 24, 24);
        var plan = DataPlan.Guess(inspection, "data");
        var warning = Assert.Single(DataWarnings.Of(inspection, plan, copies), w => w.Code == "copies");

        Assert.Equal(WarningLevel.Warning, warning.Level);
        Assert.Contains(" of the 12 test pictures are also among those that are learned from.", warning.Message.En, StringComparison.Ordinal);
        Assert.Equal("Leave the copies out", warning.Fix!.Title.En);

        // Kept together while they were drawn: that is not told as long as the folders say it.
        var kept = plan with { Changes = new RowChanges { Of = inspection.Table.Fingerprint, Together = copies.Groups } };
        Assert.DoesNotContain(DataWarnings.Of(inspection, kept, copies), w => w.Code == "kept-copies");
        Assert.Contains(DataWarnings.Of(inspection, kept with { Split = new SplitChoice(SplitWay.Even) }, copies), w => w.Code == "kept-copies");
    }

    [Fact]
    public void A_picture_without_a_class_hides_no_copies()
    {
        var inspection = _project.InspectPictures(Pictures("cats", "dogs").Append(("loose.png", Picture(30))));
        var warning = Assert.Single(DataWarnings.Of(inspection, DataPlan.Guess(inspection, "data"), new PictureCopies([RowNumbers.Of(1, 2)], 13, 13)), w => w.Code == "copies");

        Assert.StartsWith("1 picture is a copy of another one", warning.Message.En, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Pictures(params string[] folders) =>
        folders.SelectMany(folder => Enumerable.Range(0, 6).Select(i => ($"{folder}/{i}.png", Picture(20 + i))));

    private static byte[] Picture(int height)
    {
        using var file = new MemoryStream();
        PictureWriting.WritePng(new byte[3 * height * 24], new PictureSize(3, height, 24), file);
        return file.ToArray();
    }

    private (SourceInspection Inspection, DataPlan Plan) Rounded()
    {
        var random = new Random(2);
        var rows = Enumerable.Range(0, 320).Select(_ => Enumerable.Range(0, 4).Select(_ => random.NextDouble() * 100).ToArray()).ToList();
        var lines = rows.Select(r => Line(r, 3)).Concat(rows.Take(80).Select(r => Line(r, 1)));
        var inspection = _project.InspectTable("a,b,c,y\n" + string.Concat(lines));
        return (inspection, DataPlan.Guess(inspection, "data").WithTarget("y"));
    }

    private static string Line(double[] values, int decimals) => string.Join(',', values.Select(v => v.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))) + "\n";

    private static DataWarning Single(SourceInspection inspection, DataPlan plan, string code) => Assert.Single(DataWarnings.Of(inspection, plan), w => w.Code == code);
}
