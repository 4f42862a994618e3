using System.Text;
using System.Text.Json;
using Builder.Graph.Data;

namespace Builder.Graph.Tests.Data;

public class DataJsonTests
{
    private const string Iris = """
        [{ "id": "iris",
           "source": { "kind": "table", "path": "iris.csv", "delimiter": ",", "header": true, "missing": ["", "NA"] },
           "rows": { "where": [{ "column": "species", "in": ["setosa", "virginica"] }], "limit": null },
           "columns": [
             { "name": "sepal_length_cm", "type": "number", "unit": "cm",
               "transforms": [ { "kind": "impute", "strategy": "median" }, { "kind": "standardize" } ] },
             { "name": "tomorrow", "from": "temp_max", "type": "number", "window": "target", "transforms": [ { "high": 2, "kind": "minMax" } ] },
             { "name": "species", "type": "category", "transforms": [ { "kind": "ordinal" } ] } ],
           "windows": { "length": 30 },
           "split": { "kind": "stratified", "by": "species", "validation": 0.25, "seed": 7 } }]
        """;

    [Fact]
    public void A_data_section_reads_into_records_with_defaults_where_nothing_is_said()
    {
        var data = DataJson.Read(JsonDocument.Parse(Iris).RootElement)[0];

        Assert.Equal("iris", data.Id);
        var table = Assert.IsType<TableSource>(data.Source);
        Assert.Equal(",", table.Delimiter);
        Assert.Null(table.Encoding);
        Assert.Equal(["", "NA"], table.Missing);
        Assert.Equal(["setosa", "virginica"], data.Rows!.Where[0].In);
        Assert.Equal(new Impute { Strategy = ImputeStrategy.Median }, data.Columns[0].Transforms[0]);
        Assert.Equal("temp_max", data.Columns[1].SourceName);
        Assert.Equal(new MinMax { Low = 0, High = 2 }, data.Columns[1].Transforms[0]);
        Assert.Equal(WindowRole.Target, data.Columns[1].Window);
        Assert.Equal(WindowRole.Input, data.Columns[0].Window);
        Assert.Equal(new Windows { Length = 30, Horizon = 1, Stride = 1 }, data.Windows);
        Assert.Equal(new StratifiedSplit { By = "species", Validation = 0.25, Test = 0.2, Seed = 7 }, data.Split);
    }

    [Fact]
    public void Writing_reading_and_writing_again_gives_the_same_bytes_in_a_stable_order()
    {
        var first = DataJson.Write(DataJson.Read(JsonDocument.Parse(Iris).RootElement));
        var second = DataJson.Write(DataJson.Read(JsonDocument.Parse(first).RootElement));

        Assert.Equal(first, second);
        var text = Encoding.UTF8.GetString(first);
        var order = new[] { "\"id\"", "\"source\"", "\"kind\": \"table\"", "\"rows\"", "\"columns\"", "\"windows\"", "\"split\"", "\"by\"", "\"validation\"", "\"test\"", "\"seed\"" }
            .Select(name => text.IndexOf(name, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    public static TheoryData<string> Sources => new(
        """{ "kind": "pictures", "path": "textures" }""",
        """{ "kind": "idx", "images": "a.gz", "labels": "b.gz", "classNames": ["zero", "one"] }""",
        """{ "kind": "text", "path": "novel.txt", "encoding": "utf-8" }""");

    public static TheoryData<string> Transforms => new(
        """{ "kind": "log", "offset": 1 }""",
        """{ "kind": "oneHot" }""",
        """{ "kind": "multiHot", "separator": ";" }""",
        """{ "kind": "tokenize", "tokenizer": "gpt2", "length": 64, "vocabularySize": 5000, "lowercase": true }""",
        """{ "kind": "datePart", "part": "dayOfYear", "as": "sineCosine" }""",
        """{ "kind": "resize", "height": 28, "width": 32, "channels": 1 }""",
        """{ "kind": "normalize", "mean": [0.5], "std": [0.25] }""",
        """{ "kind": "augment", "flipHorizontal": true, "flipVertical": false, "crop": 2, "rotate": 10, "noise": 0.01 }""");

    public static TheoryData<string> Splits => new(
        """{ "kind": "random", "validation": 0.1, "test": 0.3, "seed": 5 }""",
        """{ "kind": "group", "by": "patient", "validation": 0.1, "test": 0.3, "seed": 5 }""",
        """{ "kind": "time", "by": "date", "validation": 0.1, "test": 0.3, "testFrom": "2015-01-01" }""",
        """{ "kind": "given", "by": "part" }""");

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_kind_of_source_survives_reading_and_writing(string json) => Survives<DataSource>(json);

    [Theory]
    [MemberData(nameof(Transforms))]
    public void Every_kind_of_transform_survives_reading_and_writing(string json) => Survives<Transform>(json);

    [Theory]
    [MemberData(nameof(Splits))]
    public void Every_kind_of_split_survives_reading_and_writing(string json) => Survives<Split>(json);

    [Theory]
    [InlineData("""[{ "id": "a", "source": { "kind": "table", "path": "x" }, "colour": 1 }]""")]
    [InlineData("""[{ "id": "a", "source": { "kind": "pickle", "path": "x" } }]""")]
    [InlineData("""[{ "id": "a", "source": { "path": "x" } }]""")]
    [InlineData("""[{ "source": { "kind": "table", "path": "x" } }]""")]
    [InlineData("""[{ "id": null, "source": { "kind": "table", "path": "x" } }]""")]
    [InlineData("""[{ "id": "a", "id": "b", "source": { "kind": "table", "path": "x" } }]""")]
    [InlineData("""[{ "id": "a", "source": { "kind": "table", "path": "x" }, "columns": [ { "name": "n", "type": 0 } ] }]""")]
    [InlineData("""{ "id": "a" }""")]
    public void What_is_unknown_missing_or_of_another_type_is_refused(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.ThrowsAny<JsonException>(() => DataJson.Read(document.RootElement));
    }

    private static void Survives<T>(string json)
    {
        var value = JsonSerializer.Deserialize<T>(json, DataJson.Options)!;
        var written = JsonSerializer.SerializeToElement(value, DataJson.Options);
        using var expected = JsonDocument.Parse(json);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, written), written.ToString());
    }
}
