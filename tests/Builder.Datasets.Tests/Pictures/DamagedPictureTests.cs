using Builder.Datasets.Columns;
using Builder.Datasets.Idx;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Tests.Damaged;

namespace Builder.Datasets.Tests.Pictures;

/// <summary>Archives of pictures and IDX files that are damaged; single pictures of all kinds stand in <see cref="PictureKindTests"/>.</summary>
public sealed class DamagedPictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("R26-odd-pixels/odd.zip")]
    [InlineData("R29-skipped/tiff.zip")]
    public void Of_a_damaged_archive_each_picture_is_read_or_refused_in_words(string file) =>
        Damage.Try(file, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Intake", file)), bytes =>
        {
            _folder.Write("damaged.zip", bytes);
            Refused(() =>
            {
                var store = DataImport.Read(new DataSet { Id = "pictures", Source = new PicturesSource { Path = "damaged.zip" } }, _folder.Path, CancellationToken.None).Get<PictureColumn>("picture").Store;
                for (var i = 0; i < Math.Min(4, store.Count); i++)
                {
                    Refused(() => store.Decode(i));
                }
            });
        });

    [Fact]
    public void Labels_beside_pictures_that_are_damaged_are_joined_or_refused_in_words() =>
        Damage.Try("labels", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Intake", "R31-paths-labels", "labels.zip")), bytes =>
        {
            _folder.Write("damaged.zip", bytes);
            Refused(() =>
            {
                var source = new PicturesSource { Path = "damaged.zip" };
                foreach (var labels in SourceInspection.Of(source, _folder.Path, CancellationToken.None).Beside.Take(2))
                {
                    Refused(() => SourceInspection.Of(source with { Labels = labels }, _folder.Path, CancellationToken.None));
                }
            });
        });

    [Theory]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 2, 1, 0 })]
    public void A_damaged_IDX_file_is_read_or_refused_in_words(byte[] whole) => Damage.Try($"idx of {whole.Length} bytes", whole, bytes =>
    {
        var path = _folder.Write("damaged.idx", bytes);
        Refused(() => IdxFile.Read(path));
    });

    private static void Refused(Action read)
    {
        try
        {
            read();
        }
        catch (DataException refused)
        {
            Assert.NotEmpty(refused.Words.Zh);
        }
    }
}
