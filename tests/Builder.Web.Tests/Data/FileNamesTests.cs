using System.Text;
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

    [Fact]
    public void A_short_name_stays_as_it_is() => Assert.Equal("春晓 1.csv", FileNames.Safe("春晓 1.csv"));
}
