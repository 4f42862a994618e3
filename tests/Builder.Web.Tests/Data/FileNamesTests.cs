using System.Text;
using Builder.Graph.Data;
using Builder.Web.Data.Upload;

namespace Builder.Web.Tests.Data;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData(95, ".csv")]
    [InlineData(200, ".csv.gz")]
    [InlineData(90, "")]
    public void A_long_name_in_any_script_fits_a_disk_that_counts_bytes(int characters, string extension)
    {
        var name = FileNames.Safe(new string('春', characters) + extension);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 200, 240);
        Assert.EndsWith(extension, name, StringComparison.Ordinal);
        Assert.Equal(name, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
        Assert.InRange(Encoding.UTF8.GetByteCount(FileNames.Safe(new string('x', characters) + "." + new string('春', characters))), 1, 240);
    }

    [Theory]
    [InlineData("CON.csv", "dataCON.csv")]
    [InlineData("aux .tar.csv", "dataaux .tar.csv")]
    [InlineData("com1", "datacom1")]
    [InlineData("a<b>:\"|?*c\td.csv", "abcd.csv")]
    [InlineData("table.csv. .", "table.csv")]
    [InlineData("...", "data")]
    public void A_name_that_Windows_cannot_hold_is_made_fit_on_every_system(string sent, string stored)
    {
        Assert.Equal(stored, FileNames.Safe(sent));
        Assert.True(PortableName.IsPortable(stored));
    }

    [Fact]
    public void A_name_that_is_cut_ends_as_every_system_can_hold_it() =>
        Assert.True(PortableName.IsPortable(FileNames.Safe(new string('x', 99) + " .y" + new string('z', 30))));

    [Fact]
    public void Of_names_that_differ_only_by_capital_letters_the_second_gets_a_number()
    {
        var folder = Directory.CreateTempSubdirectory("builder-names-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.csv"), "");
            Assert.Equal("A-2.csv", FileNames.Unique(folder.FullName, "A.csv"));
            File.WriteAllText(Path.Combine(folder.FullName, "a-2.CSV"), "");
            Assert.Equal("A-3.csv", FileNames.Unique(folder.FullName, "A.csv"));
            Assert.Equal("b.csv", FileNames.Unique(folder.FullName, "b.csv"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_short_name_stays_as_it_is() => Assert.Equal("春晓 1.csv", FileNames.Safe("春晓 1.csv"));
}
