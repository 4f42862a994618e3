namespace Builder.Web.Tests.Pictures;

public sealed class ServerDecodesNothingTests
{
    // Headers may be read here, for sizes; pixels may not.
    [Fact]
    public void Pictures_are_decoded_and_written_in_another_process_only()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Builder.Web"), "*.*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal)).ToList();

        Assert.InRange(sources.Count, 100, int.MaxValue);
        Assert.All(sources, file =>
        {
            var text = File.ReadAllText(file);
            Assert.All(["PictureFile.Decode", ".Decode(", "PictureWriting", "PictureResize", "PictureDecoding", "StbImage", "SkiaSharp", "LibTiff"], word =>
                Assert.False(text.Contains(word, StringComparison.Ordinal), $"{file}: {word}"));
        });
    }
}
