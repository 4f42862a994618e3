using Builder.Datasets.Checks;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Checks;

public sealed class RenamedClassesTests
{
    [Fact]
    public void Rows_that_both_sources_hold_tell_which_class_is_which()
    {
        var then = Table("then", [1, 2, 3, 4, 5, 6], ["cat", "dog", "cat", "dog", "cat", "cow"]);
        var now = Table("now", [6, 5, 4, 3, 2, 1], ["cow", "kitten", "hound", "kitten", "hound", "kitten"]);

        var found = RenamedClasses.Find(then, now, "animal", ["cat", "dog"], ["hound", "kitten"]);

        Assert.Equal([("cat", "kitten"), ("dog", "hound")], found.OrderBy(f => f.Key).Select(f => (f.Key, f.Value)));
    }

    [Fact]
    public void Two_classes_that_became_one_were_not_renamed()
    {
        var then = Table("then", [1, 2, 3, 4], ["cat", "lion", "cat", "lion"]);
        var now = Table("now", [1, 2, 3, 4], ["feline", "feline", "feline", "feline"]);

        Assert.Empty(RenamedClasses.Find(then, now, "animal", ["cat", "lion"], ["feline"]));
    }

    [Fact]
    public void Without_common_rows_different_sizes_tell_and_equal_ones_do_not()
    {
        var then = Table("then", [1, 2, 3], ["cat", "dog", "dog"]);

        Assert.Equal("hound", RenamedClasses.Find(then, Table("now", [7, 8, 9], ["kitten", "hound", "hound"]), "animal", ["cat", "dog"], ["hound", "kitten"])["dog"]);
        Assert.Empty(RenamedClasses.Find(then, Table("now", [7, 8], ["kitten", "hound"]), "animal", ["cat", "dog"], ["hound", "kitten"]));
    }

    [Fact]
    public void Pictures_in_renamed_folders_are_known_again_by_their_files()
    {
        using var folder = new TemporaryFolder();
        foreach (var (was, called, shade) in new[] { ("cat", "kitten", 10), ("dog", "hound", 90) })
        {
            for (var i = 0; i < 4; i++)
            {
                var png = Grey((byte)(shade + i));
                Write(folder.Path, $"then/{was}/{i}.png", png);
                Write(folder.Path, $"now/{called}/{i}.png", png);
            }
        }

        var found = RenamedClasses.Find(Read(folder.Path, "then"), Read(folder.Path, "now"), "class", ["cat", "dog"], ["hound", "kitten"]);

        Assert.Equal([("cat", "kitten"), ("dog", "hound")], found.OrderBy(f => f.Key).Select(f => (f.Key, f.Value)));
    }

    [Fact]
    public void A_zip_whose_folders_were_renamed_is_known_again()
    {
        var intake = Path.Combine(AppContext.BaseDirectory, "Intake");

        var found = RenamedClasses.Find(
            Read(Path.Combine(intake, "R26-odd-pixels"), "only-cat-g16.png.zip"), Read(Path.Combine(intake, "R42-renamed"), "renamed.zip"), "class", ["cat", "dog"], ["alsatian", "kitten"]);

        Assert.Equal([("cat", "kitten"), ("dog", "alsatian")], found.OrderBy(f => f.Key).Select(f => (f.Key, f.Value)));
    }

    private static byte[] Grey(byte shade)
    {
        using var png = new MemoryStream();
        Datasets.Pictures.PictureWriting.WritePng([.. Enumerable.Repeat(shade, 64)], new Datasets.Pictures.PictureSize(1, 8, 8), png);
        return png.ToArray();
    }

    private static void Write(string folder, string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    private static RawTable Read(string folder, string name) => DataImport.Read(new DataSet { Id = "pictures", Source = new PicturesSource { Path = name } }, folder);

    private static RawTable Table(string name, double[] sizes, string[] animals) =>
        new(name, [new NumberColumn("size", sizes), new TextColumn("animal", animals)], name);
}
