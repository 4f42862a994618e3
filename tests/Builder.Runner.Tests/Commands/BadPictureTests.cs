using System.Buffers.Binary;
using System.IO.Compression;
using Builder.Runner.Tests.Examples;

namespace Builder.Runner.Tests.Commands;

public sealed class BadPictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("../outside.png", "outside.png")]
    [InlineData("/absolute.png", "absolute.png")]
    [InlineData("cat/torn.png", "torn.png")]
    [InlineData("cat/vast.png", "vast.png")]
    [InlineData("cat/bomb.png", "pictures.zip")]
    public void An_archive_with_something_wrong_inside_is_refused_in_words_that_name_the_place(string entry, string place)
    {
        using (var file = File.Create(_folder["pictures.zip"]))
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var good in new[] { "cat/1.png", "cat/2.png", "dog/1.png", "dog/2.png" })
            {
                Add(zip, good, Png(4, 4));
            }

            Add(zip, entry, entry switch
            {
                "cat/torn.png" => Png(4, 4)[..40],
                "cat/vast.png" => Png(50_000, 50_000),
                "cat/bomb.png" => new byte[64 << 20],
                _ => Png(4, 4),
            });
        }

        WriteProject();
        var (code, words) = Refusal.OfTraining(_folder.Path, _folder["run"]);
        Assert.True(words.Contains(place, StringComparison.Ordinal), $"{code}: {words}");
        Assert.False(File.Exists(_folder["outside.png"]) || File.Exists("/absolute.png"));
    }

    [Fact]
    public void A_symbolic_link_out_of_a_folder_of_pictures_is_not_followed()
    {
        foreach (var kind in new[] { "cat", "dog" })
        {
            Directory.CreateDirectory(_folder["pictures.zip/" + kind]);
            File.WriteAllBytes(_folder[$"pictures.zip/{kind}/1.png"], Png(4, 4));
            File.WriteAllBytes(_folder[$"pictures.zip/{kind}/2.png"], Png(4, 4));
        }

        File.CreateSymbolicLink(_folder["pictures.zip/cat/link.png"], "/etc/hostname");
        WriteProject();
        Assert.Contains("link.png", Refusal.OfTraining(_folder.Path, _folder["run"]).Words, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void WriteProject() => File.WriteAllText(_folder["project.json"], new ProjectFile("""
        {
          "id": "pictures",
          "source": { "kind": "pictures", "path": "pictures.zip" },
          "columns": [
            { "name": "picture", "type": "picture", "transforms": [{ "kind": "resize", "height": 4, "width": 4, "channels": 1 }] },
            { "name": "class", "type": "category", "transforms": [{ "kind": "ordinal" }] }
          ],
          "split": { "kind": "random", "validation": 0, "test": 0 }
        }
        """).Block("picture", "PictureInput", """{ "column": "picture" }""").Block("flat", "Flatten").Block("out", "Linear", """{ "out_features": 2 }""")
        .Chain("picture", "flat", "out").Classifies("out", "class").Json);

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(content);
    }

    /// <summary>A grey PNG; one that claims to be huge has the header alone right.</summary>
    private static byte[] Png(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(new byte[Math.Min(height, 16) * (Math.Min(width, 16) + 1)]);
        }

        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Checksum(body));
        return chunk;
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
            }
        }

        return ~sum;
    }
}
