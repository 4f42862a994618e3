using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Pictures;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Idx;

public sealed class IdxTests : IDisposable
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, .. Enumerable.Range(1, 12).Select(i => (byte)i)];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 1, 0];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Pictures_and_labels_are_read_plain_and_compressed()
    {
        _folder.Write("i", Images);
        _folder.WriteGzip("l.gz", Labels);
        var table = Read(new IdxSource { Images = "i", Labels = "l.gz", ClassNames = ["shirt", "shoe"] });
        var pictures = table.Get<PictureColumn>("picture");
        Assert.Equal(new PictureSize(1, 2, 3), pictures.CommonSize());
        Assert.Equal(Images[16..], pictures.Decode(new PictureSize(1, 2, 3), TestContext.Current.CancellationToken));
        Assert.Equal("shoe", table.Get<TextColumn>("label")[0]);
        Assert.Equal("0", Read(new IdxSource { Images = "i", Labels = "l.gz" }).Get<TextColumn>("label")[1]);
    }

    [Fact]
    public void Colour_pictures_with_channels_last_are_read_channel_after_channel()
    {
        _folder.Write("i", [0, 0, 8, 4, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]);
        var size = new PictureSize(3, 1, 2);
        Assert.Equal([1, 4, 2, 5, 3, 6], Read(new IdxSource { Images = "i" }).Get<PictureColumn>("picture").Decode(size, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_cut_anywhere_or_with_more_than_it_announces_is_refused()
    {
        for (var length = 0; length < Images.Length; length++)
        {
            _folder.Write("i", Images[..length]);
            Assert.Equal("idx-not-valid", Refused(new IdxSource { Images = "i" }));
        }

        _folder.Write("i", [.. Images, 0]);
        Assert.Equal("idx-not-valid", Refused(new IdxSource { Images = "i" }));
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 9, 1, 0, 0, 0, 1, 5 })]
    [InlineData(new byte[] { 0, 0, 8, 0 })]
    [InlineData(new byte[] { 0, 0, 8, 3, 255, 255, 255, 255, 0, 0, 0, 1, 0, 0, 0, 1 })]
    [InlineData(new byte[] { 0, 0, 8, 4, 127, 255, 255, 255, 127, 255, 255, 255, 127, 255, 255, 255, 127, 255, 255, 255 })]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 255, 255, 255, 0, 0, 0, 28, 0, 0, 0, 3, 1 })]
    public void Another_type_or_sizes_that_the_file_does_not_fill_are_refused(byte[] bytes)
    {
        _folder.Write("i", bytes);
        Assert.Equal("idx-not-valid", Refused(new IdxSource { Images = "i" }));
    }

    [Fact]
    public void Labels_that_do_not_belong_to_the_pictures_are_refused()
    {
        _folder.Write("i", Images);
        _folder.Write("l", [0, 0, 8, 1, 0, 0, 0, 1, 1]);
        Assert.Equal("idx-counts-differ", Refused(new IdxSource { Images = "i", Labels = "l" }));
        _folder.Write("l", Labels);
        Assert.Equal("idx-label-unnamed", Refused(new IdxSource { Images = "i", Labels = "l", ClassNames = ["one"] }));
    }

    public void Dispose() => _folder.Dispose();

    private RawTable Read(IdxSource source) => DataImport.Read(new DataSet { Id = "p", Source = source }, _folder.Path);

    private string Refused(IdxSource source) => Assert.Throws<DataException>(() => Read(source)).Code;
}
