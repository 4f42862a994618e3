using Builder.Datasets.Import;

namespace Builder.Datasets.Tests.Import;

public sealed class PictureIndexTests
{
    private static readonly string[] s_files = ["images/007.jpg", "images/IMG_1.JPG", "images/caf\u00E9.png", "test/1.png", "train/1.png", "train/2.v3.png"];

    [Theory]
    [InlineData("images/007.jpg", 0)]
    [InlineData("007.jpg", 0)]
    [InlineData("007", 0)]
    [InlineData("7", 0)]
    [InlineData("./images/007.jpg ", 0)]
    [InlineData(@"C:\data\images\007.jpg", 0)]
    [InlineData("007.png", 0)]
    [InlineData("img_1.jpg", 1)]
    [InlineData("cafe\u0301", 2)]
    [InlineData("train/1.png", 4)]
    [InlineData("train/1", 4)]
    [InlineData("2.v3", 5)]
    [InlineData("1.png", PictureIndex.Several)]
    [InlineData("008", PictureIndex.None)]
    [InlineData("images", PictureIndex.None)]
    [InlineData("  ", PictureIndex.None)]
    public void A_picture_is_found_by_its_path_its_name_or_its_name_without_ending(string name, int expected) =>
        Assert.Equal(expected, new PictureIndex(s_files).Find(name, ""));

    [Fact]
    public void Of_several_of_one_name_it_is_the_one_beside_the_table() => Assert.Equal((4, 3), (new PictureIndex(s_files).Find("1.png", "train"), new PictureIndex(s_files).Find("1.png", "test")));
}
