using System.Buffers.Binary;
using System.Text.Json;
using Builder.Datasets.Pictures;
using Builder.Tests.Damaged;

namespace Builder.Datasets.Tests.Pictures;

/// <summary>Every kind of picture file, compared with Pillow: see tests/oracles/pictures.py.</summary>
public sealed class PictureKindTests
{
    private static readonly Dictionary<string, Case> s_cases = JsonSerializer
        .Deserialize<Case[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracles", "pictures.json")), JsonSerializerOptions.Web)!.ToDictionary(c => c.Name);

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_is_read_as_Pillow_reads_it_upright_and_on_white(string name)
    {
        var known = s_cases[name];
        var size = new PictureSize(known.Channels, known.Height, known.Width);

        Assert.Equal(size, PictureFile.ReadSize(name, new MemoryStream(known.File)));
        var pixels = PictureFile.Decode(name, known.File);
        Assert.Equal(known.Pixels.Length, pixels.Length);
        Assert.InRange(pixels.Zip(known.Pixels, (a, b) => Math.Abs(a - b)).Max(), 0, known.Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_file_is_its_content_says_and_not_its_name(string name)
    {
        // A TGA file of the first version has nothing but its name; Pillow writes the second.
        var known = s_cases[name];
        Assert.Equal(PictureFile.Decode(name, known.File), PictureFile.Decode("photo.jpg", known.File));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_whose_body_is_cut_is_refused(string name)
    {
        // Of those that move the first frame alone is read: what is behind it may be missing.
        var file = s_cases[name].File;
        Assert.Throws<DataException>(() => PictureFile.Decode(name, file[..(file.Length / (name.StartsWith("moving", StringComparison.Ordinal) ? 4 : 2))]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Damage_of_any_kind_is_told_and_never_ends_the_program(string name) => Damage.Try(name, s_cases[name].File, bytes =>
    {
        var failure = Record.Exception(() => PictureFile.Decode(name, bytes));
        Assert.True(failure is null or DataException, $"{failure}");
    });

    /// <summary>A tag of a few bytes may say that it has two billion values, for which the library would take memory.</summary>
    [Theory]
    [InlineData(65_000, 4)]
    [InlineData(273, 4)]
    [InlineData(279, 3)]
    public void A_tag_with_more_values_than_the_file_has_bytes_takes_no_memory(int tag, int type)
    {
        var (name, bytes, isLittle, entry) = FirstTiff(".tif");
        foreach (var (place, value, length) in new[] { (entry, tag, 2), (entry + 2, type, 2), (entry + 4, 0x1FFFFFFF, 4) })
        {
            Put(bytes, isLittle, place, value, length);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<DataException>(() => PictureFile.Decode(name, bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    /// <summary>A strip may say that it is packed in a gigabyte, for which the library would take memory before it looks.</summary>
    [Fact]
    public void A_strip_of_more_bytes_than_the_file_has_takes_no_memory()
    {
        const int StripByteCounts = 279;
        var (name, bytes, isLittle, entry) = FirstTiff("lzw.tif");
        while ((isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(entry)) : BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(entry))) != StripByteCounts)
        {
            entry += 12;
        }

        Put(bytes, isLittle, entry + 2, 4, 2);
        Put(bytes, isLittle, entry + 8, 1_000_000_000, 4);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<DataException>(() => PictureFile.Decode(name, bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    private static (string Name, byte[] File, bool IsLittle, int FirstEntry) FirstTiff(string ending)
    {
        var name = s_cases.Keys.First(k => k.EndsWith(ending, StringComparison.Ordinal));
        var bytes = s_cases[name].File.ToArray();
        var isLittle = bytes[0] == 'I';
        return (name, bytes, isLittle, (isLittle ? BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)) : BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4))) + 2);
    }

    private static void Put(byte[] bytes, bool isLittle, int place, int value, int length)
    {
        for (var i = 0; i < length; i++)
        {
            bytes[place + (isLittle ? i : length - 1 - i)] = (byte)(value >> (8 * i));
        }
    }

    [Theory]
    [InlineData("", "picture-empty")]
    [InlineData("<!DOCTYPE html><html>404</html>", "picture-text")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-other-kind")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0", "picture-other-kind")]
    [InlineData("8BPS\0\u0001", "picture-other-kind")]
    [InlineData("\0\0\0\0", "picture-corrupt")]
    public void Why_a_file_is_no_picture_is_said(string content, string code) =>
        Assert.Equal(code, Assert.Throws<DataException>(() => PictureFile.Decode("a.png", System.Text.Encoding.Latin1.GetBytes(content))).Code);

    private sealed record Case(string Name, int Channels, int Height, int Width, int Tolerance, byte[] File, byte[] Pixels);
}
