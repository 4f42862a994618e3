using System.Text.Json;
using Builder.Graph.Data;

namespace Builder.Graph.Tests.Data;

public sealed class TableHeaderTests
{
    [Theory]
    [InlineData("true", 1, 0)]
    [InlineData("false", 0, 0)]
    [InlineData("{ \"names\": 2, \"notes\": 1 }", 2, 1)]
    [InlineData("{ \"names\": 3 }", 3, 0)]
    [InlineData("{ \"notes\": 1 }", 1, 1)]
    [InlineData("{ \"names\": 0, \"notes\": 2 }", 0, 2)]
    public void It_is_read_as_one_line_or_as_numbers_of_lines_and_comes_back(string json, int names, int notes)
    {
        var header = JsonSerializer.Deserialize<TableHeader>(json, DataJson.Options);
        Assert.Equal(new TableHeader(names, notes), header);
        Assert.Equal(header, JsonSerializer.Deserialize<TableHeader>(JsonSerializer.Serialize(header, DataJson.Options), DataJson.Options));
    }

    /// <summary>Documents that know one line of names only are written as they were.</summary>
    [Fact]
    public void One_line_or_none_is_written_as_before() =>
        Assert.Equal("[true,false]", JsonSerializer.Serialize(new TableHeader[] { true, false }));

    [Theory]
    [InlineData("2")]
    [InlineData("\"true\"")]
    [InlineData("{ \"names\": -1 }")]
    [InlineData("{ \"names\": 6 }")]
    [InlineData("{ \"names\": 1.5 }")]
    [InlineData("{ \"names\": true }")]
    [InlineData("{ \"lines\": 1 }")]
    public void Anything_else_is_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TableHeader>(json, DataJson.Options));
}
