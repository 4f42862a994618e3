using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Pictures;
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

    private static double Distance(byte[] one, byte[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Average();

    private static (PictureSize Size, byte[] Pixels) Photo(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(s_folder, "R27-exif", name));
        return (PictureFile.ReadSize(name, new MemoryStream(bytes)), PictureFile.Decode(name, bytes));
    }

    private static RawTable Read(string file) => DataImport.Read(
        new DataSet { Id = "pictures", Source = new PicturesSource { Path = file } }, s_folder, TestContext.Current.CancellationToken);
}
