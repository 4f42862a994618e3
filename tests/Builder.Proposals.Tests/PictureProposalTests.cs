using Builder.Datasets;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Proposals.Tests;

public sealed class PictureProposalTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Fact]
    public void Pictures_of_different_sizes_are_brought_to_one()
    {
        var proposal = _project.Propose(_project.InspectPictures(Folders("cats", "dogs")));

        Assert.Equal(new Resize { Height = 64, Width = 64, Channels = 3 }, proposal.Document.Data["data"].Columns[0].Transforms[0]);
        TemporaryProject.AssertTrains(proposal);
    }

    [Fact]
    public void Few_pictures_get_a_small_network_and_are_moved_and_turned_but_never_mirrored()
    {
        var proposal = _project.Propose(_project.InspectPictures(Folders("left", "right")));

        Assert.InRange(TemporaryProject.Analyze(proposal).TotalParameters, 1, 10_000);
        var changes = Assert.IsType<Augment>(proposal.Document.Data["data"].Columns[0].Transforms[1]);
        Assert.Equal((4, 10, false, false), (changes.Crop, changes.Rotate, changes.FlipHorizontal, changes.FlipVertical));
        TemporaryProject.AssertTrains(proposal);
    }

    [Fact]
    public void A_network_that_was_drawn_before_there_were_pictures_reads_them_by_itself()
    {
        var inspection = _project.InspectPictures(Folders("left", "right"));
        var drawn = DocumentEditor.Apply(ProjectDocument.Create("Drawn"), new AddBlock(new Block { Id = "seen", Kind = "PictureInput" })).Document!;
        var after = DocumentEditor.Apply(drawn, Proposer.UsePlan(inspection, DataPlan.Guess(inspection, "data"))(drawn)).Document!;

        var picture = after.Data["data"].Columns.Single(c => c.Type == ColumnType.Picture).Name;
        Assert.Equal(picture, Assert.IsType<ParameterValue.Text>(after.Blocks["seen"].Parameters["column"]).Value);
        Assert.Contains(after.Blocks.Values, b => b.Kind == "Target");
    }

    [Fact]
    public void Pictures_of_one_folder_only_are_refused_in_words() =>
        Assert.Equal("proposal-no-classes", Assert.Throws<DataException>(() => _project.Propose(_project.InspectPictures(Folders("cats")))).Code);

    public void Dispose() => _project.Dispose();

    private static IEnumerable<(string, byte[])> Folders(params string[] classes) =>
        classes.SelectMany(name => Enumerable.Range(0, 12).Select(i => ($"{name}/{i}.png", Picture(20 + i, 24))));

    private static byte[] Picture(int height, int width)
    {
        using var file = new MemoryStream();
        PictureWriting.WritePng(new byte[3 * height * width], new PictureSize(3, height, width), file);
        return file.ToArray();
    }
}
