using Builder.Datasets.Pictures;
using Builder.Protocol;
using Builder.Runner.Pictures;

namespace Builder.Runner.Tests.Pictures;

public sealed class DrawnPictureTests
{
    private static readonly PictureHint Digits = new(28, 28, IsGrey: true, IsLightOnDark: true);

    [Fact]
    public void A_drawing_is_cut_scaled_and_put_into_the_middle()
    {
        // A bar in a corner of a large sheet.
        var pixels = Prepared(Sheet(280, (x, y) => x is >= 20 and < 40 && y is >= 10 and < 110), Digits);
        var rows = Enumerable.Range(0, 28).Where(y => Enumerable.Range(0, 28).Any(x => pixels[(y * 28) + x] > 128)).ToList();
        var columns = Enumerable.Range(0, 28).Where(x => Enumerable.Range(0, 28).Any(y => pixels[(y * 28) + x] > 128)).ToList();
        Assert.Equal((4, 23), (rows[0], rows[^1]));
        Assert.Equal((12, 15), (columns[0], columns[^1]));
    }

    [Fact]
    public void The_ground_is_as_the_model_knows_it()
    {
        var sheet = Sheet(100, (x, y) => x is > 40 and < 60 && y is > 40 and < 60);
        Assert.Equal(0, Prepared(sheet, Digits)[0]);
        Assert.Equal(255, Prepared(sheet, Digits with { IsLightOnDark = false })[0]);
    }

    [Fact]
    public void An_empty_sheet_is_no_picture() => Assert.Null(DrawnPicture.Prepare(Sheet(100, (_, _) => false), Digits));

    [Fact]
    public void What_pictures_are_like_is_read_from_some_of_them()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, Sheet(30, (x, y) => x is > 10 and < 20));
        var hint = PictureLook.At([file], new PixelBudget())!;
        Assert.Equal(new PictureHint(30, 30, IsGrey: true, IsLightOnDark: false), hint with { Seen = null });

        // Nine of thirty columns are black (contrast 0.92, a little less once edges are smoothed), and two of all steps from one to the next lead over an edge.
        Assert.Equal((1, hint.Seen!.Least), (hint.Seen.Count, hint.Seen.Most));
        Assert.Equal((0.7, 0.9, 0.0), (Math.Round(hint.Seen.Most.Brightness, 2), Math.Round(hint.Seen.Most.Contrast, 2), hint.Seen.Most.Colour), (a, b) => Math.Abs(a.Item1 - b.Item1) < 0.01 && Math.Abs(a.Item2 - b.Item2) < 0.03 && a.Item3 == b.Item3);
        Assert.InRange(hint.Seen.Most.Roughness, 0.02, 0.05);
        Assert.Null(PictureLook.At([], new PixelBudget()));
        File.Delete(file);
    }

    private static byte[] Prepared(byte[] drawing, PictureHint hint) => PictureFile.Decode("x.png", DrawnPicture.Prepare(drawing, hint)!);

    private static byte[] Sheet(int size, Func<int, int, bool> isInk)
    {
        var pixels = Enumerable.Range(0, size * size).Select(i => isInk(i % size, i / size) ? (byte)0 : (byte)255).ToArray();
        using var png = new MemoryStream();
        PictureWriting.WritePng(pixels, new PictureSize(1, size, size), png);
        return png.ToArray();
    }
}
