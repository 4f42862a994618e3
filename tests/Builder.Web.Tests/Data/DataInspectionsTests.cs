using Builder.Datasets.Pictures;
using Builder.Graph.Data;
using Builder.Web.Data;

namespace Builder.Web.Tests.Data;

public sealed class DataInspectionsTests : IDisposable
{
    private static readonly PicturesSource Pictures = new() { Path = "pictures" };

    private readonly string _project = Directory.CreateTempSubdirectory("builder-inspections-").FullName;
    private readonly DataInspections _inspections = new();

    public DataInspectionsTests()
    {
        Draw("cats/1.png", 4);
        Draw("dogs/1.png", 4);
    }

    [Fact]
    public async Task A_folder_of_pictures_is_looked_at_once_while_it_stays_as_it_is() =>
        Assert.Same(await LookAsync(), await LookAsync());

    [Fact]
    public async Task Pictures_that_come_and_go_in_a_folder_are_seen()
    {
        Assert.Equal(2, (await LookAsync()).Table.RowCount);
        Draw("dogs/2.png", 4);
        Assert.Equal(3, (await LookAsync()).Table.RowCount);
        File.Delete(PathOf("dogs/2.png"));
        TemporaryFolders.Delete(PathOf("cats"));
        Assert.Equal(1, (await LookAsync()).Table.RowCount);
    }

    [Fact]
    public async Task A_picture_that_is_drawn_anew_under_its_name_is_seen()
    {
        var before = await LookAsync();
        Draw("cats/1.png", 5);
        Assert.NotSame(before, await LookAsync());
    }

    public void Dispose() => TemporaryFolders.Delete(_project);

    private Task<Builder.Datasets.Profiles.SourceInspection> LookAsync() =>
        _inspections.OfAsync(_project, Pictures, changes: null, TestContext.Current.CancellationToken);

    private string PathOf(string name) => Path.Combine(_project, "pictures", name);

    private void Draw(string name, int side)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        using var file = File.Create(PathOf(name));
        PictureWriting.WritePng(new byte[side * side], new PictureSize(1, side, side), file);
    }
}
