using Builder.Training.Formats;

namespace Builder.Training.Tests.Formats;

public class SafetensorsFileTests
{
    [Fact]
    public void A_file_from_elsewhere_is_read_with_its_values()
    {
        SafetensorsContent content = SafetensorsFile.Read(SafetensorsSample.OracleFile, SafetensorsChecksums.WherePresent);

        SafetensorsSample.AssertSame(SafetensorsSample.Tensors, content);
        Assert.Equal("pt", content.Metadata["format"]);
        Assert.Equal([1.5, -2.25, 1e300, 5e-324], content.Tensors["a.double"].Values<double>().ToArray());
        Assert.Equal([true, false, true], content.Tensors["g.bool"].Values<bool>().ToArray());
    }

    [Fact]
    public void Tensors_and_texts_survive_writing_and_reading()
    {
        using var folder = new TemporaryFolder();
        SafetensorsTensor[] tensors = [.. SafetensorsSample.Tensors, new("bf16", SafetensorsDType.BF16, [2], new byte[] { 0x80, 0x3F, 0, 0xC0 })];

        SafetensorsFile.Write(folder["model.safetensors"], tensors, new Dictionary<string, string> { ["说明"] = "epoch \"3\"", ["step"] = "12" });
        SafetensorsContent content = SafetensorsFile.Read(folder["model.safetensors"]);

        SafetensorsSample.AssertSame(tensors, content);
        Assert.Equal(new Dictionary<string, string> { ["说明"] = "epoch \"3\"", ["step"] = "12" }, content.Metadata);
    }

    [Fact]
    public void The_same_tensors_in_any_order_give_the_bytes_that_the_oracle_has_checked()
    {
        using var folder = new TemporaryFolder();

        SafetensorsFile.Write(folder["one"], SafetensorsSample.Tensors, new Dictionary<string, string> { ["format"] = "pt" });
        SafetensorsFile.Write(folder["two"], SafetensorsSample.Tensors.Reverse(), new Dictionary<string, string> { ["format"] = "pt" });

        Assert.Equal(File.ReadAllBytes(SafetensorsSample.WrittenFile), File.ReadAllBytes(folder["one"]));
        Assert.Equal(File.ReadAllBytes(SafetensorsSample.WrittenFile), File.ReadAllBytes(folder["two"]));
    }

    [Fact]
    public void A_file_without_tensors_is_a_file()
    {
        using var folder = new TemporaryFolder();

        SafetensorsFile.Write(folder["empty"], []);

        Assert.Empty(SafetensorsFile.Read(folder["empty"]).Tensors);
    }

    [Fact]
    public void Two_tensors_of_one_name_and_bytes_that_do_not_fit_are_the_caller_s_error()
    {
        using var folder = new TemporaryFolder();
        SafetensorsTensor tensor = SafetensorsTensor.Of("w", [1f], 1);

        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(folder["x"], [tensor, tensor]));
        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(folder["x"], [tensor with { Shape = [2] }]));
        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(folder["x"], [tensor], new Dictionary<string, string> { ["sha256:w"] = "0" }));
        Assert.Throws<InvalidOperationException>(() => tensor.Values<double>().ToArray());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
