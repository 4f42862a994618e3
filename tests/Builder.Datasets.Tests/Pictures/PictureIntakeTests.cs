using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Pictures;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Pictures;

/// <summary>Pictures as people bring them, see tests/golden/intake.</summary>
public sealed class PictureIntakeTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Intake");

    [Theory]
    [InlineData("R26-odd-pixels/odd.zip", 36)]
    [InlineData("R26-odd-pixels/only-cat-g16.png.zip", 41)]
    [InlineData("R26-odd-pixels/only-dog-tga.tga.zip", 41)]
    [InlineData("R27-exif/arrows-mixed.zip", 60)]
    [InlineData("R29-skipped/three-classes.zip", 120)]
    [InlineData("R29-skipped/tiff.zip", 40)]
    [InlineData("X11-photos/phone.zip", 24)]
    public void Every_picture_is_read_whatever_its_kind(string file, int count)
    {
        var pictures = Read(file).Get<PictureColumn>("picture");
        var size = new PictureSize(3, 32, 32);

        Assert.Equal(count, pictures.Count);
        Assert.Equal(count * size.Bytes, pictures.Decode(size, TestContext.Current.CancellationToken).Length);
    }

    [Fact]
    public void Sixteen_bits_keep_their_contrast()
    {
        var table = Read("R26-odd-pixels/only-cat-g16.png.zip");
        var row = Array.IndexOf([.. Enumerable.Range(0, table.RowCount).Select(r => table.Get<TextColumn>("file")[r])], "cat/zz-g16.png");
        var pixels = table.Get<PictureColumn>("picture").Store.Decode(row);

        Assert.Equal((0, 255), (pixels.Min(), pixels.Max()));
        Assert.InRange(pixels.Distinct().Count(), 60, 64);
    }

    [Fact]
    public void A_photo_stands_upright_however_the_camera_was_held()
    {
        var (upright, turned) = (Photo("up-o1.jpg"), Photo("up-o6.jpg"));

        Assert.Equal(upright.Size, turned.Size);

        // Two arrows up that are not drawn alike: upside down they differ far more.
        Assert.True(Distance(upright.Pixels, turned.Pixels) * 2 < Distance(upright.Pixels, [.. turned.Pixels.Reverse()]));
    }

    [Fact]
    public void A_class_is_whole_whatever_its_files_are_called()
    {
        var classes = Read("R29-skipped/three-classes.zip").Get<TextColumn>("class");
        Assert.Equal(40, classes.Codes.Count(code => classes.Entries[code] == "bird"));
    }

    [Theory]
    [InlineData("all-six.zip")]
    [InlineData("cut-bodies.zip")]
    public void Damaged_pictures_are_refused_by_name_and_the_others_read(string file)
    {
        var store = Read($"R28-damaged/{file}").Get<PictureColumn>("picture").Store;
        var failures = Enumerable.Range(0, store.Count).Select(i => Record.Exception(() => store.Decode(i))).OfType<Exception>().ToArray();

        Assert.InRange(failures.Length, 1, 20);
        Assert.All(failures, f => Assert.IsType<DataException>(f));
    }

    [Fact]
    public void Each_damaged_picture_says_in_a_few_words_what_is_wrong_with_it()
    {
        var store = Read("R28-damaged/all-six.zip").Get<PictureColumn>("picture").Store;
        var reasons = Enumerable.Range(0, store.Count)
            .Select(i => (File: store.Name(i), Problem: Record.Exception(() => store.Decode(i)) as DataException)).Where(r => r.Problem is not null)
            .Select(r => new UnreadablePicture(r.File, null, r.Problem!.Reason)).ToArray();

        Assert.All(reasons, r => Assert.DoesNotContain(r.File, r.Why.En, StringComparison.Ordinal));
        Assert.Contains("damaged or cut short", reasons.Select(r => r.Why.En));
        Assert.Contains("empty file", reasons.Select(r => r.Why.En));
        Assert.Contains("text, such as a web page", reasons.Select(r => r.Why.En));
    }

    [Theory]
    [InlineData("train-val.zip", "train", "val")]
    [InlineData("class-then-split.zip", "train", "test")]
    public void Folders_of_parts_are_parts_in_either_nesting_and_classes_are_classes(string file, string train, string heldBack)
    {
        var table = Read($"R30-nesting/{file}");
        var (classes, parts) = (table.Get<TextColumn>("class"), table.Get<TextColumn>("part"));

        Assert.Equal(["cat", "dog"], classes.Entries.Order());
        Assert.Equal(new[] { train, heldBack }.Order(), parts.Entries.Order());
        Assert.Equal(52, table.RowCount);
    }

    [Fact]
    public void What_systems_leave_behind_is_no_class_and_a_folder_around_all_is_none_either()
    {
        var table = Read("R30-nesting/leftovers.zip");

        Assert.Equal(["cat", "dog"], table.Get<TextColumn>("class").Entries.Order());
        Assert.All(Enumerable.Range(0, table.RowCount), row => Assert.Matches("^animals/(cat|dog)/[0-9]+[.]png$", table.Get<TextColumn>("file")[row]));
    }

    [Fact]
    public void A_picture_beside_the_folders_of_the_classes_has_none()
    {
        var table = Read("R30-nesting/some-loose.zip");
        var loose = Enumerable.Range(0, table.RowCount).Single(row => table.Get<TextColumn>("class")[row] is null);

        Assert.Equal("readme.png", table.Get<TextColumn>("file")[loose]);
        Assert.Equal(["cat", "dog"], table.Get<TextColumn>("class").Entries.Order());
    }

    [Fact]
    public void Labels_beside_pictures_are_joined_by_the_file_s_name_with_its_folder()
    {
        var inspection = SourceInspection.Of(new PicturesSource { Path = "R31-paths-labels/labels.zip" }, s_folder, TestContext.Current.CancellationToken);
        var labels = Assert.Single(inspection.Beside);
        Assert.Equal(("labels.csv", "file"), (labels.Table.Path, labels.Names));

        var joined = SourceInspection.Of(new PicturesSource { Path = "R31-paths-labels/labels.zip", Labels = labels }, s_folder, TestContext.Current.CancellationToken);
        var (files, classes) = (joined.Table.Get<TextColumn>("file"), joined.Table.Get<TextColumn>("label"));
        Assert.Equal(("images/000.jpg", "cat", "images/001.jpg", "dog"), (files[0], classes[0], files[1], classes[1]));
        Assert.Equal(60, joined.Join!.Joined);
        Assert.Equal((2, "images/060.jpg"), (joined.Join.WithoutPicture.Count, joined.Join.WithoutPicture.Examples[0]));
        Assert.Equal(0, joined.Join.WithoutRow.Count);
    }

    [Fact]
    public void Names_in_the_letters_of_a_Chinese_Windows_are_readable() =>
        Assert.Equal(["狗", "猫"], Read("R32-zip-names/gbk.zip").Get<TextColumn>("class").Entries.Order(StringComparer.Ordinal));

    private static double Distance(byte[] one, byte[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Average();

    private static (PictureSize Size, byte[] Pixels) Photo(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(s_folder, "R27-exif", name));
        return (PictureFile.ReadSize(name, new MemoryStream(bytes)), PictureFile.Decode(name, bytes));
    }

    private static RawTable Read(string file) => DataImport.Read(
        new DataSet { Id = "pictures", Source = new PicturesSource { Path = file } }, s_folder, TestContext.Current.CancellationToken);
}
