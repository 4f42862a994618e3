using Builder.Datasets.Pictures;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Preparation;

public sealed class PicturePreparationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Pictures_of_digits_become_numbers_between_zero_and_one_and_labels_become_classes()
    {
        WriteDigits();

        var data = Prepare(new IdxSource { Images = "i", Labels = "l" }, Tables.Picture("picture"), Tables.Category("label"));

        Assert.Equal([1, 2, 2], data.Schema.Find("picture")!.SampleShape);
        Assert.Equal(ElementType.Float32, data.Schema.Find("picture")!.Element);
        Assert.Equal([0, 51 / 255f, 102 / 255f, 1, 1, 1, 0, 0, 0, 0, 0, 0], data.Floats("picture"));
        Assert.Equal([1, 0, 1], data.Longs("label"));
        Assert.Equal("7", data.Fitted.ClassName("label", 1));
    }

    [Fact]
    public void Normalised_training_pictures_have_mean_zero_and_deviation_one_in_each_channel()
    {
        var size = new PictureSize(3, 4, 4);
        for (var picture = 0; picture < 10; picture++)
        {
            WritePng($"set/{(picture % 2 == 0 ? "cat" : "dog")}/{picture}.png", size, picture);
        }

        var data = Prepare(new PicturesSource { Path = "set" }, Tables.Picture("picture", new Normalize()), Tables.Category("class"));

        var floats = data.Floats("picture");
        for (var channel = 0; channel < 3; channel++)
        {
            var own = floats.Where((_, i) => i / 16 % 3 == channel).Select(value => (double)value).ToArray();
            Assert.Equal(0, own.Average(), 1e-5);
            Assert.Equal(1, Math.Sqrt(own.Average(value => value * value)), 1e-5);
        }
        Assert.Equal(["cat", "dog"], data.Schema.Find("class")!.ClassNames);
    }

    [Fact]
    public void A_new_picture_of_any_size_is_brought_to_the_size_and_scale_of_the_training_pictures()
    {
        WritePng("set/cat/1.png", new PictureSize(3, 6, 8), 1);
        WritePng("set/dog/2.png", new PictureSize(1, 9, 5), 2);
        var same = WritePng("new.png", new PictureSize(3, 6, 8), 1);
        var resize = new Resize { Height = 4, Width = 3 };
        DataColumn[] columns = [Tables.Picture("picture", new Normalize(), resize, new Augment { FlipHorizontal = true }), Tables.Category("class")];
        var description = Description(new PicturesSource { Path = "set" }, columns);
        var data = DataPreparation.Prepare(description, _folder.Path, TestContext.Current.CancellationToken);
        var saved = FittedTransforms.FromJson(data.Fitted.ToJson(), "data.json");

        var again = DataPreparation.Apply(description, saved, same, ["picture"], TestContext.Current.CancellationToken);

        Assert.Equal([3, 4, 3], again.Columns["picture"].SampleShape);
        Assert.Equal(data.Floats("picture")[..36], again.Floats("picture"));
        Assert.True(data.Columns["picture"].Augment!.FlipHorizontal);
    }

    [Fact]
    public void Given_means_and_deviations_are_kept()
    {
        WriteDigits();
        var normalize = new Normalize { Mean = [0.5], Std = [0.25] };

        var data = Prepare(new IdxSource { Images = "i", Labels = "l" }, Tables.Picture("picture", normalize));

        Assert.Equal([-2, -1.2f, -0.4f, 2], data.Floats("picture")[..4].Select(value => MathF.Round(value, 5)));
    }

    [Fact]
    public void Pictures_of_different_sizes_are_refused_with_the_way_out()
    {
        WritePng("set/cat/1.png", new PictureSize(3, 6, 8), 1);
        WritePng("set/dog/2.png", new PictureSize(3, 5, 8), 2);

        var problem = Assert.Throws<DataException>(() => Prepare(new PicturesSource { Path = "set" }, Tables.Picture("picture")));

        Assert.Equal("data-pictures-differ", problem.Code);
        Assert.Contains("resize", problem.Words.En, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private PreparedData Prepare(DataSource source, params DataColumn[] columns) =>
        DataPreparation.Prepare(Description(source, columns), _folder.Path, TestContext.Current.CancellationToken);

    private static DataSet Description(DataSource source, DataColumn[] columns) =>
        Tables.Data(new RandomSplit { Validation = 0, Test = 0 }, columns) with { Source = source };

    private void WriteDigits()
    {
        _folder.Write("i", [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 51, 102, 255, 255, 255, 0, 0, 0, 0, 0, 0]);
        _folder.Write("l", [0, 0, 8, 1, 0, 0, 0, 3, 7, 3, 7]);
    }

    private string WritePng(string name, PictureSize size, int seed)
    {
        var pixels = new byte[size.Bytes];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(i * 37 + seed * 91 + i * i % 23);
        }
        using var png = new MemoryStream();
        PictureWriting.WritePng(pixels, size, png);
        return _folder.Write(name, png.ToArray());
    }
}
