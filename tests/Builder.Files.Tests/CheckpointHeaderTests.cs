using System.Buffers.Binary;
using System.Text;
using Builder.Tests.Damaged;

namespace Builder.Files.Tests;

public class CheckpointHeaderTests
{
    private const string Whole = """{"__metadata__":{"builder.state":"{\"Epoch\":7,\"Batch\":3}"},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""";

    [Fact]
    public void A_checkpoint_tells_how_many_epochs_are_done() => Assert.Equal(7, EpochsDone(Checkpoint(Whole)));

    [Fact]
    public void A_file_cut_anywhere_in_its_header_is_no_checkpoint()
    {
        var whole = Checkpoint(Whole);

        Assert.All(Enumerable.Range(0, whole.Length - 1), length => Assert.Null(EpochsDone(whole[..length])));
    }

    [Fact]
    public void A_damaged_checkpoint_tells_its_epochs_or_is_none() => Damage.Try("checkpoint", Checkpoint(Whole), bytes => _ = EpochsDone(bytes));

    [Theory]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""")]
    [InlineData("""{"__metadata__":{"builder.state":"none"}}""")]
    [InlineData("""{"__metadata__":{"builder.state":"{\"Epoch\":\"seven\"}"}}""")]
    [InlineData("""{"__metadata__":{"builder.state":"{\"Epoch\":7.5}"}}""")]
    [InlineData("""{"__metadata__":{"builder.state":7}}""")]
    [InlineData("[]")]
    public void A_file_of_weights_that_says_nothing_of_epochs_is_no_checkpoint(string header) => Assert.Null(EpochsDone(Checkpoint(header)));

    [Fact]
    public void A_length_that_the_format_does_not_allow_is_not_believed()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder["huge"]))
        {
            file.Write(Length(SafetensorsPrefix.MaxHeaderLength + 1));
            file.SetLength(SafetensorsPrefix.MaxHeaderLength + 100L);
        }

        using var stream = File.OpenRead(folder["huge"]);
        Assert.Throws<InvalidDataException>(() => SafetensorsPrefix.Read(stream));
        Assert.Null(CheckpointHeader.EpochsDone(folder["huge"]));
    }

    [Fact]
    public void A_missing_file_is_no_checkpoint()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(CheckpointHeader.EpochsDone(folder["none"]));
    }

    private static byte[] Checkpoint(string header) => [.. Length(header.Length), .. Encoding.UTF8.GetBytes(header), 0];

    private static byte[] Length(long length)
    {
        var bytes = new byte[SafetensorsPrefix.LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        return bytes;
    }

    private static long? EpochsDone(byte[] content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["checkpoint"], content);
        return CheckpointHeader.EpochsDone(folder["checkpoint"]);
    }
}
