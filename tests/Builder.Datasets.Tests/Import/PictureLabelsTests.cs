using System.IO.Compression;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Datasets.Readings;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Import;

/// <summary>Tables that lie beside pictures.</summary>
public sealed class PictureLabelsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("labels.csv", "id,breed,age\n1,pug,3.5\n2,boxer,4\n3,pug,5\n")]
    [InlineData("labels.tsv", "breed\tage\timage\npug\t3.5\tx/1.png\nboxer\t4\tx/2.png\npug\t5\tx/3.png\n")]
    [InlineData("sub/meta.csv", "file name;breed;age\n1.png;pug;3,5\n2.png;boxer;4\n3.png;pug;5\n")]
    [InlineData("labels.json", """[{"image":"1.png","breed":"pug","age":3.5},{"image":"2.png","breed":"boxer","age":4},{"image":"3.png","breed":"pug","age":5}]""")]
    public void The_column_whose_values_are_files_joins_whatever_it_is_called(string name, string text)
    {
        var inspection = Inspect(name, text, "x/1.png", "x/2.png", "x/3.png");

        Assert.Equal(["pug", "boxer", "pug"], Texts(inspection.Table, "breed"));
        Assert.Equal([3.5, 4, 5], inspection.Table.Get<NumberColumn>("age").Values);
        Assert.Equal((3, 0, 0), (inspection.Join!.Joined, inspection.Join.WithoutPicture.Count, inspection.Join.WithoutRow.Count));
        Assert.DoesNotContain(inspection.Table.Columns, c => c.Name == "class");
    }

    [Fact]
    public void What_does_not_fit_is_counted_and_named()
    {
        var inspection = Inspect("labels.csv", "file,label\n1.png,a\n1.png,b\ngone.png,a\n2.png,b\n3.png,\n5.png,c\n", "x/1.png", "x/2.png", "x/3.png", "x/4.png", "y/5.png", "z/5.png");

        Assert.Equal(["a", "b", "–", "–", "–", "–"], Texts(inspection.Table, "label"));
        var join = inspection.Join!;
        Assert.Equal((1, "gone.png"), (join.WithoutPicture.Count, join.WithoutPicture.Examples[0]));
        Assert.Equal((1, "x/1.png"), (join.Repeated.Count, join.Repeated.Examples[0]));
        Assert.Equal((1, "5.png"), (join.Unclear.Count, join.Unclear.Examples[0]));
        Assert.Equal((3, "x/4.png"), (join.WithoutRow.Count, join.WithoutRow.Examples[0]));
    }

    [Fact]
    public void A_cell_that_is_no_date_is_that_of_its_picture()
    {
        var inspection = Inspect(
            "labels.csv", "file,taken\n5.png,2024-01-05\n4.png,unsure\n3.png,2024-01-03\n2.png,2024-01-02\n1.png,2024-01-01\n", "x/1.png", "x/2.png", "x/3.png", "x/4.png", "x/5.png");

        var strange = Assert.Single(inspection.Table.Get<TextColumn>("taken").Dates!.Strange);
        Assert.Equal((3, "unsure"), (strange.Row, strange.Text));
    }

    [Fact]
    public void Columns_of_the_folders_keep_their_names_and_training_reads_what_the_inspection_shows()
    {
        var inspection = Inspect("labels.csv", "name,class,weight\n001,old,1.5\n002,new,2.5\n003,old,3.5\n004,new,4.5\n", "cat/001.png", "cat/002.png", "dog/003.png", "dog/004.png");
        Assert.Equal(["cat", "cat", "dog", "dog"], Texts(inspection.Table, "class"));
        Assert.Equal(["old", "new", "old", "new"], Texts(inspection.Table, "class (labels.csv)"));

        var set = new DataSet
        {
            Id = "d",
            Source = DataJsonRoundTrip(inspection.Source),
            Columns =
            [
                new() { Name = "picture", Type = ColumnType.Picture, Transforms = [new Resize { Height = 4, Width = 4, Channels = 1 }] },
                new() { Name = "class (labels.csv)", Type = ColumnType.Category },
                new() { Name = "weight", Type = ColumnType.Number },
            ],
            Split = new RandomSplit { Validation = 0, Test = 0 },
        };
        var prepared = DataPreparation.Prepare(set, _folder.Path, Ct);
        Assert.Equal([1L, 0L, 1L, 0L], (long[])prepared.Column("class (labels.csv)").Values);
        Assert.Equal([1.5f, 2.5f, 3.5f, 4.5f], (float[])prepared.Column("weight").Values);

        // New pictures need no labels.
        Assert.Equal(4, DataPreparation.Apply(set, prepared.Fitted, Path.Combine(_folder.Path, "set.zip"), ["picture"], Ct).Test.Length);
    }

    [Fact]
    public void A_folder_is_read_as_a_zip_of_it()
    {
        Pack("labels.csv", "file,label\n1,a\n2,b\n", "x/1.png", "x/2.png");
        ZipFile.ExtractToDirectory(Path.Combine(_folder.Path, "set.zip"), Path.Combine(_folder.Path, "set"));

        Assert.Equal(["a", "b"], Texts(Joined("set").Table, "label"));
        Assert.Equal(Texts(Joined("set.zip").Table, "label"), Texts(Joined("set").Table, "label"));
    }

    [Theory]
    [InlineData("readme.txt", "These pictures were taken in 2019.\nThey show cats, and dogs.\n")]
    [InlineData("prices.csv", "item,price\napple,3\npear,4\n")]
    [InlineData("1.txt", "0 0.5 0.5 0.2 0.2\n")]
    [InlineData("broken.json", "{\"a\": [1, 2")]
    [InlineData("__MACOSX/._labels.csv", "file,label\n1.png,a\n2.png,b\n")]
    public void A_file_that_says_nothing_about_the_pictures_is_left_alone(string name, string text)
    {
        Pack(name, text, "x/1.png", "x/2.png");
        Assert.Empty(SourceInspection.Of(new PicturesSource { Path = "set.zip" }, _folder.Path, Ct).Beside);
    }

    [Fact]
    public void Pictures_that_are_counted_otherwise_have_another_fingerprint()
    {
        Pack("labels.csv", "file,label\n1.png,a\n", "x/1.png");
        var path = Path.Combine(_folder.Path, "set.zip");

        Assert.NotEqual(SourceFingerprint.OfPictures(path, ["x/1.png"]), SourceFingerprint.OfPictures(path, ["x/1.png", "x/2.tif"]));
    }

    public void Dispose() => _folder.Dispose();

    private SourceInspection Inspect(string name, string text, params string[] pictures)
    {
        Pack(name, text, pictures);
        return Joined("set.zip");
    }

    private SourceInspection Joined(string path)
    {
        var labels = Assert.Single(SourceInspection.Of(new PicturesSource { Path = path }, _folder.Path, Ct).Beside);
        return SourceInspection.Of(new PicturesSource { Path = path, Labels = labels }, _folder.Path, Ct);
    }

    private void Pack(string name, string text, params string[] pictures)
    {
        using var zip = ZipFile.Open(Path.Combine(_folder.Path, "set.zip"), ZipArchiveMode.Create);
        Write(zip, name, System.Text.Encoding.UTF8.GetBytes(text));
        foreach (var picture in pictures)
        {
            using var png = new MemoryStream();
            PictureWriting.WritePng(new byte[16], new PictureSize(1, 4, 4), png);
            Write(zip, picture, png.ToArray());
        }
    }

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    // As the runner gets it.
    private static DataSource DataJsonRoundTrip(DataSource source) =>
        System.Text.Json.JsonSerializer.Deserialize<DataSource>(System.Text.Json.JsonSerializer.Serialize(source, DataJson.Options), DataJson.Options)!;

    private static string[] Texts(RawTable table, string column) =>
        table.Get<TextColumn>(column) is var texts ? [.. Enumerable.Range(0, texts.Count).Select(row => texts[row] ?? "–")] : [];
}
