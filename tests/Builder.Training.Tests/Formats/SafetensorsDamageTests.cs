using System.Buffers.Binary;
using System.Text;
using Builder.Training.Formats;

namespace Builder.Training.Tests.Formats;

public class SafetensorsDamageTests
{
    private const string Good = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[4],"data_offsets":[8,12]}}""";

    public static TheoryData<string> BadHeaders =>
    [
        Good.Replace("[8,12]", "[7,11]", StringComparison.Ordinal),
        Good.Replace("[8,12]", "[9,13]", StringComparison.Ordinal),
        Good.Replace("[8,12]", "[8,13]", StringComparison.Ordinal),
        Good.Replace("[8,12]", "[12,8]", StringComparison.Ordinal),
        Good.Replace("[8,12]", "[0,4]", StringComparison.Ordinal),
        Good.Replace("[8,12]", "[8]", StringComparison.Ordinal),
        Good.Replace("[8,12]", "[-4,0]", StringComparison.Ordinal),
        Good.Replace("[8,12]", "[8,9223372036854775807]", StringComparison.Ordinal),
        Good.Replace("[8,12]", "[8,9223372036854775808]", StringComparison.Ordinal),
        Good.Replace("[8,12]", "[8,12.5]", StringComparison.Ordinal),
        Good.Replace("[8,12]", "\"8-12\"", StringComparison.Ordinal),
        Good.Replace("[4]", "[5]", StringComparison.Ordinal),
        Good.Replace("[4]", "[-1]", StringComparison.Ordinal),
        Good.Replace("[4]", "[4294967296,4294967296,4294967296]", StringComparison.Ordinal),
        Good.Replace("\"b\"", "\"a\"", StringComparison.Ordinal),
        Good.Replace("\"shape\":[4]", "\"shape\":[4],\"shape\":[4]", StringComparison.Ordinal),
        Good.Replace("\"shape\":[4]", "\"shape\":[4],\"code\":1", StringComparison.Ordinal),
        Good.Replace("\"b\":{", "\"__metadata__\":{\"x\":1},\"b\":{", StringComparison.Ordinal),
        Good.Replace("\"b\":{", "\"__metadata__\":[],\"b\":{", StringComparison.Ordinal),
        Good.Replace("}}", "}", StringComparison.Ordinal),
        Good + "{}",
        "[]",
        "",
        "{\"a\":1}",
        "{}",
    ];

    [Fact]
    public void The_header_that_the_bad_ones_are_made_of_is_good()
    {
        using var folder = new TemporaryFolder();
        WriteRaw(folder["x"], Good, new byte[12]);

        Assert.Equal(2, SafetensorsFile.Read(folder["x"], SafetensorsChecksums.WherePresent).Tensors.Count);
    }

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public void A_header_that_the_format_does_not_allow_is_refused(string header)
    {
        using var folder = new TemporaryFolder();
        WriteRaw(folder["x"], header, new byte[12]);

        AssertDamaged(folder["x"], SafetensorsChecksums.WherePresent);
    }

    [Theory]
    [InlineData(1UL << 63)]
    [InlineData(ulong.MaxValue)]
    [InlineData(long.MaxValue)]
    [InlineData(200_000_000UL)]
    [InlineData(0UL)]
    public void A_header_length_that_cannot_be_is_refused(ulong length)
    {
        using var folder = new TemporaryFolder();
        WriteRaw(folder["x"], Good, new byte[12]);
        byte[] bytes = File.ReadAllBytes(folder["x"]);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        File.WriteAllBytes(folder["x"], bytes);

        AssertDamaged(folder["x"], SafetensorsChecksums.WherePresent);
    }

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        using var folder = new TemporaryFolder();
        SafetensorsFile.Write(folder["x"], [SafetensorsTensor.Of("w", [1f, 2f, 3f], 3), SafetensorsTensor.Of<byte>("权", [1, 2, 3], 3)]);
        byte[] good = File.ReadAllBytes(folder["x"]);
        foreach (byte flip in (byte[])[0x01, 0x20, 0x80, 0xFF])
        {
            for (int i = 0; i < good.Length; i++)
            {
                byte[] bad = [.. good];
                bad[i] ^= flip;
                File.WriteAllBytes(folder["x"], bad);
                string? code = Record.Exception(() => SafetensorsFile.Read(folder["x"])) is CheckpointException error ? error.Code : null;
                Assert.True(code is "checkpoint-damaged" or "checkpoint-unsupported", $"byte {i} ^ {flip:X}: {code}");
            }
        }
    }

    [Fact]
    public void A_file_cut_short_or_made_longer_anywhere_is_noticed()
    {
        using var folder = new TemporaryFolder();
        SafetensorsFile.Write(folder["x"], [SafetensorsTensor.Of("w", [1f, 2f, 3f], 3)]);
        byte[] good = File.ReadAllBytes(folder["x"]);
        for (int length = 0; length < good.Length; length++)
        {
            File.WriteAllBytes(folder["x"], good[..length]);
            AssertDamaged(folder["x"], SafetensorsChecksums.Required);
        }

        File.WriteAllBytes(folder["x"], [.. good, 0]);
        AssertDamaged(folder["x"], SafetensorsChecksums.Required);
    }

    [Fact]
    public void A_file_without_checksums_is_refused_where_they_are_required()
    {
        CheckpointException error = Assert.Throws<CheckpointException>(() => SafetensorsFile.Read(SafetensorsSample.OracleFile));

        Assert.Contains("checksums", error.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_type_not_known_here_is_named()
    {
        using var folder = new TemporaryFolder();
        WriteRaw(folder["x"], Good.Replace("U8", "F8_E4M3", StringComparison.Ordinal), new byte[12]);

        CheckpointException error = Assert.Throws<CheckpointException>(() => SafetensorsFile.Read(folder["x"], SafetensorsChecksums.WherePresent));

        Assert.Equal("checkpoint-unsupported", error.Code);
        Assert.Contains("F8_E4M3", error.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named_in_both_languages()
    {
        CheckpointException error = Assert.Throws<CheckpointException>(() => SafetensorsFile.Read("no-such-folder/best.safetensors"));

        Assert.Equal("checkpoint-missing", error.Code);
        Assert.Contains("best.safetensors", error.Words.En, StringComparison.Ordinal);
        Assert.Contains("找不到", error.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_an_unreadable_file()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("checkpoint-unreadable", Assert.Throws<CheckpointException>(() => SafetensorsFile.Read(folder.Path)).Code);
    }

    private static void AssertDamaged(string path, SafetensorsChecksums checksums)
    {
        CheckpointException error = Assert.Throws<CheckpointException>(() => SafetensorsFile.Read(path, checksums));
        Assert.Equal("checkpoint-damaged", error.Code);
        Assert.Contains(path, error.Words.En, StringComparison.Ordinal);
        Assert.Contains(path, error.Words.Zh, StringComparison.Ordinal);
    }

    private static void WriteRaw(string path, string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        File.WriteAllBytes(path, [.. length, .. json, .. data]);
    }
}
