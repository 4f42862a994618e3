using System.Text;
using System.Text.Json.Nodes;
using Builder.Graph.Json;
using Builder.Graph.Json.Migrations;

namespace Builder.Graph.Tests.Json;

public class MigrationTests
{
    private const string Old = """
        { "format": -1, "title": "Old", "layers": [ { "id": "a", "kind": "ReLU" } ] }
        """;

    private static MigrationChain Chain { get; } = new(new LayersBecomeBlocks(), new TitleBecomesName());

    [Fact]
    public void A_file_of_an_older_format_goes_through_every_step_in_turn()
    {
        var document = ProjectJson.Read(Encoding.UTF8.GetBytes(Old), Chain);

        Assert.Equal("Old", document.Name);
        Assert.Equal("ReLU", document.Blocks["a"].Kind);
    }

    [Fact]
    public void What_is_written_after_a_migration_is_of_the_current_format() =>
        Assert.StartsWith("{\n  \"format\": 1,", Encoding.UTF8.GetString(ProjectJson.Write(ProjectJson.Read(Encoding.UTF8.GetBytes(Old), Chain))), StringComparison.Ordinal);

    [Fact]
    public void A_gap_in_the_chain_is_a_format_that_cannot_be_read()
    {
        var gap = new MigrationChain(new TitleBecomesName());

        Assert.Equal("UnknownFormat", Assert.Throws<ProjectFileException>(() => ProjectJson.Read(Encoding.UTF8.GetBytes(Old), gap)).Code);
    }

    [Fact]
    public void A_file_that_is_not_of_the_format_it_names_says_so()
    {
        var lying = Encoding.UTF8.GetBytes("""{ "format": -1, "layers": 3, "title": [] }""");
        var error = Assert.Throws<ProjectFileException>(() => ProjectJson.Read(lying, Chain));

        Assert.Equal("BadOldFormat", error.Code);
        Assert.Contains("format -1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_after_a_migration_name_the_place_but_no_line_because_lines_have_moved()
    {
        var broken = Encoding.UTF8.GetBytes(Old.Replace("ReLU", "Relu2", StringComparison.Ordinal));
        var error = Assert.Throws<ProjectFileException>(() => ProjectJson.Read(broken, Chain));

        Assert.Equal("UnknownKind", error.Code);
        Assert.Null(error.Line);
        Assert.Equal("blocks[0]", error.JsonPath);
    }

    /// <summary>Format -1 called the blocks layers.</summary>
    private sealed class LayersBecomeBlocks : Migration
    {
        public override int From => -1;

        public override void Apply(JsonObject project)
        {
            project["blocks"] = project["layers"]!.AsArray().DeepClone();
            project.Remove("layers");
        }
    }

    /// <summary>Format 0 called the name a title.</summary>
    private sealed class TitleBecomesName : Migration
    {
        public override int From => 0;

        public override void Apply(JsonObject project)
        {
            project["name"] = project["title"]!.GetValue<string>();
            project.Remove("title");
        }
    }
}
