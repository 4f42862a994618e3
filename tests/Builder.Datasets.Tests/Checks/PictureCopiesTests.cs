using Builder.Datasets.Checks;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Graph.Data;
using SkiaSharp;

namespace Builder.Datasets.Tests.Checks;

public sealed class PictureCopiesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_picture_made_smaller_compressed_again_or_a_little_cropped_is_a_copy()
    {
        for (var i = 0; i < 12; i++)
        {
            using var photo = Photo(i);
            Save(photo, $"a/{i:00}.jpg", SKEncodedImageFormat.Jpeg, 90);
        }

        using (var first = Photo(0))
        using (var small = first.Resize(new SKImageInfo(90, 70), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)))
        {
            Save(small, "b/00-small.png", SKEncodedImageFormat.Png, 100);
        }

        using (var second = Photo(1))
        {
            Save(second, "b/01-again.jpg", SKEncodedImageFormat.Jpeg, 40);
        }

        using (var third = Photo(2))
        using (var cropped = new SKBitmap(266, 210))
        {
            Assert.True(third.ExtractSubset(cropped, new SKRectI(8, 6, 274, 216)));
            Save(cropped, "b/02-cropped.jpg", SKEncodedImageFormat.Jpeg, 80);
        }

        var (found, files) = Find();

        Assert.Equal((15, 15), (found.Compared, found.All));
        Assert.Equal(["a/00.jpg b/00-small.png", "a/01.jpg b/01-again.jpg", "a/02.jpg b/02-cropped.jpg"],
            found.Groups.Select(g => string.Join(' ', g.Each().Select(n => files[n - 1]))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Small_pictures_are_copies_only_where_they_are_equal()
    {
        for (var i = 0; i < 30; i++)
        {
            using var small = Photo(0).Resize(new SKImageInfo(28, 28), new SKSamplingOptions(SKFilterMode.Linear));
            small.SetPixel(i % 28, 3, i == 29 ? small.GetPixel(28 % 28, 3) : new SKColor((byte)(i * 8), 9, 9));
            Save(small, $"a/{i:00}.png", SKEncodedImageFormat.Png, 100);
        }

        File.Copy(Path.Combine(_folder.Path, "pictures/a/05.png"), Path.Combine(_folder.Path, "pictures/a/99.png"));
        var (found, files) = Find();

        Assert.Equal("a/05.png a/99.png", string.Join(' ', Assert.Single(found.Groups).Each().Select(n => files[n - 1])));
    }

    [Fact]
    public void A_broken_picture_and_plain_grounds_are_passed_over()
    {
        using var ground = new SKBitmap(120, 120);
        ground.Erase(SKColors.White);
        Save(ground, "a/1.png", SKEncodedImageFormat.Png, 100);
        Save(ground, "a/2.png", SKEncodedImageFormat.Png, 100);
        using var photo = Photo(4);
        Save(photo, "a/3.jpg", SKEncodedImageFormat.Jpeg, 80);
        var bytes = File.ReadAllBytes(Path.Combine(_folder.Path, "pictures/a/3.jpg"));
        File.WriteAllBytes(Path.Combine(_folder.Path, "pictures/a/4.jpg"), bytes[..(bytes.Length / 3)]);

        Assert.Empty(Find().Found.Groups);
    }

    private (PictureCopies Found, string[] Files) Find()
    {
        var table = DataImport.Read(new DataSet { Id = "p", Source = new PicturesSource { Path = "pictures" } }, _folder.Path, TestContext.Current.CancellationToken);
        var files = table.Get<TextColumn>("file");
        return (PictureCopies.Find(table.Get<PictureColumn>("picture"), TimeSpan.FromMinutes(1), (_, decode) => decode(), TestContext.Current.CancellationToken),
            [.. Enumerable.Range(0, table.RowCount).Select(row => files[row]!)]);
    }

    /// <summary>Soft spots of colour before a ground that changes, other ones for each number.</summary>
    private static SKBitmap Photo(int number)
    {
        var random = new Random(number * 31 + 5);
        var bitmap = new SKBitmap(280, 220);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(120, 130, 125));
        for (var i = 0; i < 14; i++)
        {
            using var paint = new SKPaint { IsAntialias = true, Color = new SKColor((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), 200) };
            canvas.DrawOval(random.Next(280), random.Next(220), 15 + random.Next(50), 15 + random.Next(40), paint);
        }

        canvas.Flush();
        return bitmap;
    }

    private void Save(SKBitmap bitmap, string name, SKEncodedImageFormat format, int quality)
    {
        var file = Path.Combine(_folder.Path, "pictures", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var data = bitmap.Encode(format, quality);
        File.WriteAllBytes(file, data.ToArray());
    }
}
