using Builder.Datasets.Pictures;

namespace Builder.Datasets.Tests.Pictures;

/// <summary>Expected values are Pillow 9.4's: <c>Image.fromarray(a).resize((w, h), Image.BILINEAR)</c> and <c>convert("L")</c>.</summary>
public class PictureResizeTests
{
    private static readonly PictureSize Source = new(1, 7, 9);

    public static TheoryData<int, int, byte[]> Pillow => new()
    {
        { 3, 4, [117, 163, 121, 141, 119, 137, 130, 154, 147, 191, 112, 125] },
        {
            7, 5,
            [
                29, 134, 133, 122, 136, 196, 210, 101, 158, 162, 97, 101, 195, 55, 158, 116, 78, 143, 150, 164, 143, 157, 141, 155, 159, 142,
                193, 129, 103, 126, 130, 220, 183, 88, 101,
            ]
        },
        {
            14, 13,
            [
                0, 26, 64, 113, 175, 166, 68, 162, 166, 100, 48, 123, 232, 50, 68, 96, 135, 187, 168, 60, 144, 163, 126, 64, 129, 230, 150,
                153, 161, 179, 211, 172, 44, 108, 156, 178, 95, 140, 226, 184, 171, 159, 157, 208, 193, 90, 89, 122, 168, 110, 150, 220, 151,
                122, 90, 68, 178, 232, 197, 88, 61, 97, 107, 157, 211, 115, 105, 82, 41, 131, 204, 237, 108, 61, 82, 116, 161, 199, 77, 120,
                137, 75, 66, 109, 211, 151, 123, 123, 138, 162, 185, 101, 128, 140, 102, 78, 101, 183, 147, 143, 163, 157, 161, 169, 186,
                129, 91, 121, 165, 179, 152, 96, 121, 200, 174, 158, 150, 204, 132, 88, 143, 211, 210, 118, 86, 111, 175, 173, 152, 128, 156,
                137, 132, 167, 216, 194, 82, 119, 114, 88, 155, 143, 104, 106, 140, 174, 189, 218, 195, 108, 124, 99, 59, 150, 133, 78, 53,
                140, 213, 208, 217, 214, 195, 102, 67, 86, 157, 120, 49, 26, 140, 233, 218, 216, 223, 238, 91, 51, 99, 160, 113, 34,
            ]
        },
        { 1, 1, [138] },
    };

    [Theory]
    [MemberData(nameof(Pillow))]
    public void Resizing_agrees_with_Pillow_to_the_bit(int height, int width, byte[] expected)
    {
        var pixels = Enumerable.Range(0, Source.Bytes).Select(i => (byte)(((i * 37) + (i * i * 11)) % 256)).ToArray();
        var actual = new byte[expected.Length];
        PictureResize.Fit(pixels, Source, new PictureSize(1, height, width), actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Colour_becomes_grey_as_in_Pillow_and_grey_becomes_three_equal_channels()
    {
        byte[] planes = [10, 200, 255, 0, 20, 100, 255, 255, 30, 50, 255, 1];
        var grey = new byte[4];
        PictureResize.Fit(planes, new PictureSize(3, 2, 2), new PictureSize(1, 2, 2), grey);
        Assert.Equal([18, 124, 255, 150], grey);

        var colour = new byte[12];
        PictureResize.Fit(grey, new PictureSize(1, 2, 2), new PictureSize(3, 2, 2), colour);
        Assert.Equal([.. grey, .. grey, .. grey], colour);
    }
}
