using System.Buffers.Binary;
using System.IO.Compression;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Pictures;

public sealed class PictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Any_picture_that_is_written_as_PNG_is_read_back_to_the_bit()
    {
        var pictures =
            from channels in Gen.Elements(1, 3)
            from height in Gen.Choose(1, 20)
            from width in Gen.Choose(1, 20)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select (Size: new PictureSize(channels, height, width), Seed: seed);
        Prop.ForAll(pictures.ToArbitrary(), picture =>
        {
            var pixels = Pixels(picture.Size, picture.Seed);
            var png = Png(pixels, picture.Size);
            Assert.Equal(picture.Size, PictureFile.ReadSize("p.png", new MemoryStream(png)));
            Assert.Equal(pixels, PictureFile.Decode("p.png", png));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
    }

    [Fact]
    public void A_folder_and_a_zip_of_it_give_the_same_pictures_and_classes_in_order()
    {
        var size = new PictureSize(3, 4, 5);
        foreach (var (name, seed) in new[] { ("set/dog/2.png", 2), ("set/cat/1.png", 1), ("set/cat/.hidden.png", 9) })
        {
            _folder.Write(name, Png(Pixels(size, seed), size));
        }

        _folder.Write("set/readme.txt", "not a picture");
        ZipFile.CreateFromDirectory(Path.Combine(_folder.Path, "set"), Path.Combine(_folder.Path, "set.zip"));

        foreach (var path in new[] { "set", "set.zip" })
        {
            var table = Read(new PicturesSource { Path = path });
            Assert.Equal(2, table.RowCount);
            Assert.Equal("cat", table.Get<TextColumn>("class")[0]);
            Assert.Equal("dog/2.png", table.Get<TextColumn>("file")[1]);
            var pictures = table.Get<PictureColumn>("picture");
            Assert.Equal(size, pictures.CommonSize());
            Assert.Equal([.. Pixels(size, 1), .. Pixels(size, 2)], pictures.Decode(size, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void A_corrupt_picture_is_refused_by_name()
    {
        var size = new PictureSize(3, 30, 30);
        var png = Png(Pixels(size, 1), size);
        _folder.Write("set/a/good.png", png);
        _folder.Write("set/a/not.png", "this is text"u8.ToArray());
        var pictures = Read(new PicturesSource { Path = "set" }).Get<PictureColumn>("picture");
        var problem = Assert.Throws<DataException>(() => pictures.Decode(size, TestContext.Current.CancellationToken));
        Assert.Equal("picture-text", problem.Code);
        Assert.Contains("a/not.png", problem.Words.En, StringComparison.Ordinal);

        Assert.Equal("picture-corrupt", Assert.Throws<DataException>(() => PictureFile.Decode("cut.png", png[..200])).Code);
    }

    [Fact]
    public void A_picture_with_any_byte_changed_is_decoded_or_refused_but_never_fails_otherwise()
    {
        var size = new PictureSize(3, 30, 30);
        var png = Png(Pixels(size, 1), size);
        for (var at = 0; at < png.Length; at += 7)
        {
            var changed = png.ToArray();
            changed[at] ^= 0x55;
            var failure = Record.Exception(() => PictureFile.Decode("p.png", changed));
            Assert.True(failure is null or DataException, $"byte {at}: {failure}");
        }
    }

    [Fact]
    public void A_picture_of_50000_by_50000_pixels_is_refused_from_its_header()
    {
        var png = Png([0], new PictureSize(1, 1, 1));
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 50_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 50_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Assert.Throws<DataException>(() => PictureFile.Decode("huge.png", png));
        Assert.Equal("picture-too-large", problem.Code);
        Assert.Contains("50000 × 50000", problem.Words.En, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void A_folder_with_a_link_or_without_pictures_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "set", "a"));
        Assert.Equal("pictures-none", Assert.Throws<DataException>(() => Read(new PicturesSource { Path = "set" })).Code);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "set", "a", "p.png"), "/etc/hostname");
        Assert.Equal("pictures-symbolic-link", Assert.Throws<DataException>(() => Read(new PicturesSource { Path = "set" })).Code);
    }

    [Fact]
    public void Transparent_places_become_white()
    {
        var png = PngOf([10, 20, 30, 255, 10, 20, 30, 0, 0, 0, 0, 128], 3, 1, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha);
        Assert.Equal([10, 255, 127, 20, 255, 127, 30, 255, 127], PictureFile.Decode("p.png", png));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Pixels(PictureSize size, int seed)
    {
        var pixels = new byte[size.Bytes];
        new Random(seed).NextBytes(pixels);
        return pixels;
    }

    private static byte[] Png(byte[] pixels, PictureSize size)
    {
        using var stream = new MemoryStream();
        PictureWriting.WritePng(pixels, size, stream);
        return stream.ToArray();
    }

    private static byte[] PngOf(byte[] interleaved, int width, int height, StbImageWriteSharp.ColorComponents components)
    {
        using var stream = new MemoryStream();
        new StbImageWriteSharp.ImageWriter().WritePng(interleaved, width, height, components, stream);
        return stream.ToArray();
    }

    private RawTable Read(DataSource source) => DataImport.Read(new DataSet { Id = "p", Source = source }, _folder.Path);
}
