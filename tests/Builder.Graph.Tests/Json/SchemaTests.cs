using System.Collections.Immutable;
using System.Text.Json;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Graph.Tests.Edits;

namespace Builder.Graph.Tests.Json;

public class SchemaTests
{
    private static readonly string Root = FindRoot();
    private static readonly JsonElement Schema = Parse(File.ReadAllBytes(Path.Combine(Root, "docs", "project.schema.json")));

    [Fact]
    public void Any_document_that_is_written_fits_the_schema() => Properties.Check(100, 60, seeds =>
        Assert.Empty(new SchemaValidator(Schema).Errors(Parse(ProjectJson.Write(RandomEdits.Document(seeds))))));

    [Fact]
    public void Every_ready_project_fits_the_schema_and_can_be_read()
    {
        var files = Directory.GetDirectories(Path.Combine(Root, "templates"))
            .SelectMany(folder => Directory.GetFiles(folder, "project*.json")).ToArray();

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var bytes = File.ReadAllBytes(file);
            Assert.Empty(new SchemaValidator(Schema).Errors(Parse(bytes)));
            Assert.NotEmpty(ProjectJson.Read(bytes).Blocks);
        });
    }

    [Theory]
    [InlineData("""{ "format": 2, "name": "x" }""")]
    [InlineData("""{ "format": 1 }""")]
    [InlineData("""{ "format": 1, "name": "x", "more": 1 }""")]
    [InlineData("""{ "format": 1, "name": "x", "blocks": [ { "id": "a.b", "kind": "ReLU" } ] }""")]
    [InlineData("""{ "format": 1, "name": "x", "blocks": [ { "id": "a", "kind": "ReLU", "parameters": { "p": [[1]] } } ] }""")]
    [InlineData("""{ "format": 1, "name": "x", "links": [ { "from": "a.output", "to": "b" } ] }""")]
    [InlineData("""{ "format": 1, "name": "x", "notes": [ { "id": "a" } ] }""")]
    public void What_the_reader_refuses_by_its_form_the_schema_refuses_too(string json)
    {
        Assert.NotEmpty(new SchemaValidator(Schema).Errors(JsonDocument.Parse(json).RootElement));
        Assert.Throws<ProjectFileException>(() => ProjectJson.Read(System.Text.Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void The_schema_lists_exactly_the_properties_that_the_writer_writes()
    {
        var written = Parse(ProjectJson.Write(Full));

        Assert.Equal(Names(Schema), Names(written, "$"));
        foreach (var (section, definition) in new[] { ("blocks", "block"), ("links", "link"), ("groups", "group"), ("notes", "note"), ("data", "dataSet") })
        {
            Assert.Equal(Names(Schema.GetProperty("$defs").GetProperty(definition)), Names(written.GetProperty(section)[0], section));
        }

        Assert.Equal(
            Names(Schema.GetProperty("$defs").GetProperty("dataSet").GetProperty("properties").GetProperty("columns").GetProperty("items")),
            Names(written.GetProperty("data")[0].GetProperty("columns")[0], "columns"));
    }

    /// <summary>A document in which nothing is left out.</summary>
    private static ProjectDocument Full { get; } = new()
    {
        Name = "n",
        Description = "d",
        Data = ProjectDocument.Create("").Data.Add("t", new DataSet
        {
            Id = "t",
            Source = new TextSource { Path = "p" },
            Rows = new RowSelection { Limit = 1 },
            Changes = new RowChanges { Of = "f", LeftOut = RowNumbers.Of(2), Corrections = [new CellCorrection { Row = 1, Column = "c", Value = "2" }] },
            Columns = [new DataColumn { Name = "c", From = "f", Type = ColumnType.Number, Unit = "m", Balanced = true, Transforms = [new OneHot()] }],
            Windows = new Windows { Length = 2 },
        }),
        Blocks = ProjectDocument.Create("").Blocks.Add("a", new Block
        {
            Id = "a", Kind = "Linear", Group = "g", Label = "l", Note = "n", Muted = true, WeightsFrom = "b", Position = new(1, 2),
            Parameters = Block.NoParameters.Add("bias", true),
        }),
        Links = ImmutableSortedDictionary<LinkKey, Link>.Empty.Add(new(new("b", "input"), 3), new(new("a", "output"), new("b", "input"), 3)),
        Groups = ProjectDocument.Create("").Groups.Add("g", new("g", "name")),
        Notes = ProjectDocument.Create("").Notes.Add("n", new("n", "text", default, "g", "文字")),
    };

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonElement written, string place)
    {
        Assert.True(written.ValueKind == JsonValueKind.Object, place);
        return written.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
    }

    private static JsonElement Parse(byte[] json) => JsonDocument.Parse(json).RootElement;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Builder.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run from a build inside the repository.");
        }

        return folder.FullName;
    }
}
