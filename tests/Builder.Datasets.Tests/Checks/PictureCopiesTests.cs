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
    public void Drawings_of_one_form_in_colours_that_are_as_bright_are_no_copies()
    {
        foreach (var (name, colour) in (IEnumerable<(string, SKColor)>)[("blue", new(48, 45, 72)), ("violet", new(65, 36, 84))])
        {
            using var drawing = new SKBitmap(300, 400);
            using (var canvas = new SKCanvas(drawing))
            using (var paint = new SKPaint { Color = colour, IsAntialias = true })
            {
                canvas.Clear(new SKColor(240, 240, 240));
                canvas.DrawOval(150, 200, 96, 130, paint);
            }

            Save(drawing, $"a/{name}.jpg", SKEncodedImageFormat.Jpeg, 90);
            Save(drawing, $"b/{name}.jpg", SKEncodedImageFormat.Jpeg, 70);
        }

        var (found, files) = Find();

        Assert.Equal(["a/blue.jpg b/blue.jpg", "a/violet.jpg b/violet.jpg"],
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Drawings_on_a_plain_ground_are_told_apart_and_their_copies_are_found(bool isFilled)
    {
        for (var i = 0; i < 60; i++)
        {
            using var drawing = Drawing(i, 5, isFilled);
            Save(drawing, $"a/{i:00}.png", SKEncodedImageFormat.Png, 100);
        }

        for (var i = 0; i < 5; i++)
        {
            using var drawing = Drawing(i, 5, isFilled);
            using var smaller = Resized(drawing, 72, 72);
            using var larger = Resized(drawing, 300, 300);
            Save(smaller, $"b/{i:00} smaller.png", SKEncodedImageFormat.Png, 100);
            Save(larger, $"c/{i:00} larger.jpg", SKEncodedImageFormat.Jpeg, 60);
            Save(drawing, $"d/{i:00} again.jpg", SKEncodedImageFormat.Jpeg, 40);
        }

        var (found, files) = Find();

        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"a/{i:00}.png b/{i:00} smaller.png c/{i:00} larger.jpg d/{i:00} again.jpg"), Words(found, files));
    }

    [Fact]
    public void A_crop_of_a_drawing_that_fills_its_frame_is_found()
    {
        for (var i = 0; i < 30; i++)
        {
            using var drawing = Drawing(i + 100, 40, isFilled: false, width: 10);
            Save(drawing, $"a/{i:00}.png", SKEncodedImageFormat.Png, 100);
            if (i < 4)
            {
                using var cropped = new SKBitmap(150, 150);
                Assert.True(drawing.ExtractSubset(cropped, SKRectI.Create(3 * i, 8 - (2 * i), 150, 150)));
                Save(cropped, $"b/{i:00}.jpg", SKEncodedImageFormat.Jpeg, 80);
            }
        }

        var (found, files) = Find();

        Assert.Equal(Enumerable.Range(0, 4).Select(i => $"a/{i:00}.png b/{i:00}.jpg"), Words(found, files));
    }

    [Fact]
    public void The_same_drawing_in_another_colour_is_no_copy()
    {
        foreach (var (name, colour) in new[] { ("red", SKColors.Red), ("blue", SKColors.Blue), ("green", SKColors.Green) })
        {
            using var bitmap = new SKBitmap(96, 96);
            using (var canvas = new SKCanvas(bitmap))
            {
                using var paint = new SKPaint { IsAntialias = true, Color = colour };
                canvas.Clear(SKColors.White);
                canvas.DrawCircle(48, 48, 30, paint);
            }

            Save(bitmap, $"a/{name}.png", SKEncodedImageFormat.Png, 100);
        }

        Assert.Empty(Find().Found.Groups);
    }

    [Fact]
    public void Signs_that_differ_by_their_number_only_are_no_copies()
    {
        for (var number = 10; number < 100; number++)
        {
            using var sign = Sign(number);
            Save(sign, $"a/{number}.jpg", SKEncodedImageFormat.Jpeg, 75);
        }

        Assert.Empty(Find().Found.Groups);
    }

    [Fact]
    public void Simple_shapes_at_any_place_are_no_copies()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            using var bitmap = new SKBitmap(96, 96);
            using (var canvas = new SKCanvas(bitmap))
            {
                using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black };
                canvas.Clear(SKColors.White);
                var size = 8 + (i % 25);
                if (i % 2 == 0)
                {
                    canvas.DrawCircle(30 + random.Next(36), 32 + (i / 25 * 4), size, paint);
                }
                else
                {
                    canvas.DrawRect(10 + random.Next(36), 10 + (i / 25 * 4), 14 + size, 14 + random.Next(30), paint);
                }
            }

            Save(bitmap, $"a/{i:000}.png", SKEncodedImageFormat.Png, 100);
        }

        Assert.Empty(Find().Found.Groups);
    }

    [Fact]
    public void However_many_copies_there_are_of_each_picture_they_are_found()
    {
        for (var i = 0; i < 12; i++)
        {
            using var photo = Photo(i);
            for (var copy = 0; copy < 6; copy++)
            {
                using var other = Resized(photo, 280 - (copy * 25), 220 - (copy * 20));
                Save(other, $"{i:00}/{copy}.jpg", SKEncodedImageFormat.Jpeg, 90 - (copy * 8));
            }
        }

        var (found, files) = Find();

        Assert.Equal(Enumerable.Range(0, 12).Select(i => string.Join(' ', Enumerable.Range(0, 6).Select(copy => $"{i:00}/{copy}.jpg"))), Words(found, files));
    }

    [Fact]
    public void Shots_of_one_scene_in_which_something_else_stands_are_no_copies_and_neither_are_those_in_which_nothing_does()
    {
        var random = new Random(9);
        for (var i = 0; i < 40; i++)
        {
            using var scene = Photo(3);
            using (var canvas = new SKCanvas(scene))
            {
                using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(20, 20, 30) };
                if (i < 20)
                {
                    canvas.DrawOval(20 + (i * 12), 40 + (i * 37 % 140), 10, 14, paint);
                }
            }

            for (var dot = 0; dot < 20_000; dot++)
            {
                var (x, y) = (random.Next(280), random.Next(220));
                var (was, noise) = (scene.GetPixel(x, y), random.Next(-12, 13));
                scene.SetPixel(x, y, new SKColor((byte)Math.Clamp(was.Red + noise, 0, 255), (byte)Math.Clamp(was.Green + noise, 0, 255), (byte)Math.Clamp(was.Blue + noise, 0, 255)));
            }

            Save(scene, $"a/{i:00}.jpg", SKEncodedImageFormat.Jpeg, 90);
        }

        Assert.Empty(Find().Found.Groups);
    }

    private static IEnumerable<string> Words(PictureCopies found, string[] files) =>
        found.Groups.Select(g => string.Join(' ', g.Each().Select(n => files[n - 1]).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);

    private static SKBitmap Resized(SKBitmap bitmap, int width, int height) => bitmap.Resize(new SKImageInfo(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));

    /// <summary>Strokes or areas in black on white, other ones for each number.</summary>
    private static SKBitmap Drawing(int number, int strokes, bool isFilled, float width = 4)
    {
        var random = new Random((number * 17) + 1);
        var bitmap = new SKBitmap(160, 160);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        for (var i = 0; i < strokes; i++)
        {
            var (x, y, to, down) = (random.Next(12, 148), random.Next(12, 148), random.Next(12, 148), random.Next(12, 148));
            using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black, StrokeWidth = width, StrokeCap = SKStrokeCap.Round, IsStroke = !isFilled };
            if (isFilled && i % 2 == 0)
            {
                canvas.DrawRoundRect(Math.Min(x, to), Math.Min(y, down), 8 + (Math.Abs(x - to) / 2), 8 + (Math.Abs(y - down) / 2), 6, 6, paint);
            }
            else if (isFilled || i % 3 == 1)
            {
                canvas.DrawCircle(x, y, 6 + (to / 6), paint);
            }
            else
            {
                canvas.DrawLine(x, y, to, down, paint);
            }
        }

        canvas.Flush();
        return bitmap;
    }

    /// <summary>A round sign with a number of two digits, as clocks show them.</summary>
    private static SKBitmap Sign(int number)
    {
        string[] digits = ["abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"];
        var bitmap = new SKBitmap(128, 128);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(120, 160, 200));
        using var white = new SKPaint { IsAntialias = true, Color = SKColors.White };
        using var red = new SKPaint { IsAntialias = true, Color = new SKColor(200, 20, 20), IsStroke = true, StrokeWidth = 12 };
        using var black = new SKPaint { IsAntialias = true, Color = SKColors.Black, StrokeWidth = 6, StrokeCap = SKStrokeCap.Round };
        canvas.DrawCircle(64, 64, 52, white);
        canvas.DrawCircle(64, 64, 52, red);
        foreach (var (digit, left) in new[] { (number / 10, 40f), (number % 10, 70f) })
        {
            foreach (var segment in digits[digit])
            {
                var (x1, y1, x2, y2) = segment switch
                {
                    'a' => (0f, 0f, 18f, 0f), 'b' => (18f, 0f, 18f, 18f), 'c' => (18f, 18f, 18f, 36f), 'd' => (0f, 36f, 18f, 36f), 'e' => (0f, 18f, 0f, 36f), 'f' => (0f, 0f, 0f, 18f), _ => (0f, 18f, 18f, 18f),
                };
                canvas.DrawLine(left + x1, 46 + y1, left + x2, 46 + y2, black);
            }
        }

        canvas.Flush();
        return bitmap;
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
