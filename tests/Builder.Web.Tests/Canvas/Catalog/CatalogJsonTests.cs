using System.Text.Json.Nodes;
using Builder.Graph.Catalog;
using Builder.Graph.Presets;
using Builder.Web.Canvas.Catalog;

namespace Builder.Web.Tests.Canvas.Catalog;

public sealed class CatalogJsonTests
{
    private static readonly JsonObject s_catalog = JsonNode.Parse(CatalogJson.Bytes.Span)!.AsObject();

    [Fact]
    public void Every_kind_and_every_preset_is_there_with_words_in_both_languages()
    {
        Assert.Equal(BlockCatalog.Kinds.Select(k => k.Id), s_catalog["kinds"]!.AsArray().Select(k => (string)k!["id"]!));
        Assert.Equal(PresetCatalog.Presets.Select(p => p.Id), s_catalog["presets"]!.AsArray().Select(p => (string)p!["id"]!));
        var described = new[] { "families", "kinds", "presets" }.SelectMany(n => s_catalog[n]!.AsArray());
        Assert.All(described, d =>
        {
            Assert.NotEmpty((string)d!["title"]!["en"]!);
            Assert.NotEmpty((string)d["title"]!["zh"]!);
            Assert.NotEmpty((string)d["help"]!["zh"]!);
        });
    }

    [Fact]
    public void Families_come_in_the_order_of_the_palette() =>
        Assert.Equal(Enum.GetNames<Family>(), s_catalog["families"]!.AsArray().Select(f => (string)f!["id"]!));

    [Fact]
    public void A_kind_has_the_form_of_the_golden_sample()
    {
        var golden = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "golden", "canvas", "catalog.json")))!["kinds"]![0]!.AsObject();
        var linear = s_catalog["kinds"]!.AsArray().Single(k => (string)k!["id"]! == "Linear")!.AsObject();
        Assert.Equal(golden.Select(p => p.Key), linear.Select(p => p.Key));
        foreach (var name in new[] { "id", "family", "role", "title", "help", "formula", "source", "inputs", "outputs" })
        {
            Assert.Equal(golden[name]!.ToJsonString(), linear[name]!.ToJsonString());
        }

        Assert.All(golden["parameters"]![0]!.AsObject(), p => Assert.True(linear["parameters"]![0]!.AsObject().ContainsKey(p.Key), p.Key));
    }

    [Fact]
    public void The_tag_names_the_content() => Assert.Matches("^\"[0-9a-f]{16}\"$", CatalogJson.Tag);
}
