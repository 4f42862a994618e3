using System.Text;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Graph.Tests.Analysis;

namespace Builder.Graph.Tests.Json;

public class ProjectJsonTests
{
    private const string Everything = """
        {
          "format": 1,
          "name": "Everything 全部",
          "description": "Two lines\nand a \"quote\" 😀",
          "data": [
            {
              "id": "table",
              "source": {
                "kind": "pictures",
                "path": "textures"
              },
              "columns": [],
              "split": {
                "kind": "random",
                "validation": 0.2,
                "test": 0.2,
                "seed": 1
              }
            }
          ],
          "blocks": [
            { "id": "a", "kind": "Linear", "label": "第一层", "note": "a remark", "muted": true, "position": [0.5, -20], "parameters": { "bias": false, "out_features": 16 } },
            { "id": "b", "kind": "Linear", "weightsFrom": "a", "position": [0, 0] },
            { "id": "c", "kind": "ReLU", "group": "g", "position": [0, 0] },
            { "id": "o", "kind": "Adam", "position": [0, 0], "parameters": { "betas": [0.9, 1.0], "lr": 1.0, "trains": ["a"], "weight_decay": 1E-05 } }
          ],
          "links": [
            { "from": "a.output", "to": "b.input" },
            { "from": "b.output", "to": "o.loss", "slot": 3 }
          ],
          "groups": [
            { "id": "g", "name": "Group" }
          ],
          "notes": [
            { "id": "n", "text": "inside", "position": [1, 2], "group": "g" },
            { "id": "o", "text": "outside", "zh": "外面", "position": [0, 0] }
          ]
        }

        """;

    [Fact]
    public void A_file_with_everything_in_it_is_written_back_to_the_byte() => Assert.Equal(Everything, RoundTrip(Everything));

    [Fact]
    public void A_project_with_nothing_in_it_is_three_short_lines() =>
        Assert.Equal("{\n  \"format\": 1,\n  \"name\": \"空\"\n}\n", Encoding.UTF8.GetString(ProjectJson.Write(ProjectDocument.Create("空"))));

    [Fact]
    public void Whole_and_real_numbers_stay_what_they_are()
    {
        var parameters = Examples.Read(Everything).Blocks["o"].Parameters;

        Assert.Equal(new ParameterValue.Number(1), parameters["lr"]);
        Assert.Equal(new ParameterValue.Number(0.00001), parameters["weight_decay"]);
        Assert.Equal(ParameterValue.Of(0.9, 1.0), parameters["betas"]);
        Assert.Equal(new ParameterValue.Integer(16), Examples.Read(Everything).Blocks["a"].Parameters["out_features"]);
    }

    [Fact]
    public void Order_spacing_and_a_byte_order_mark_of_a_file_do_not_matter()
    {
        const string shuffled = """{ "blocks": [ {"kind":"ReLU","id":"z"}, {"id":"a","kind":"ReLU"} ],"name":"x","format":1 }""";
        var expected = "{\n  \"format\": 1,\n  \"name\": \"x\",\n  \"blocks\": [\n    { \"id\": \"a\", \"kind\": \"ReLU\", \"position\": [0, 0] },\n"
            + "    { \"id\": \"z\", \"kind\": \"ReLU\", \"position\": [0, 0] }\n  ]\n}\n";

        Assert.Equal(expected, RoundTrip(shuffled));
        Assert.Equal(expected, RoundTrip("\ufeff" + shuffled));
    }

    [Fact]
    public void Links_without_a_place_take_the_free_places_of_their_port_in_the_order_of_the_file()
    {
        var document = Examples.Read("""
            { "format": 1, "name": "x",
              "blocks": [ { "id": "a", "kind": "ReLU" }, { "id": "b", "kind": "ReLU" }, { "id": "o", "kind": "ReLU" } ],
              "links": [ { "from": "b.output", "to": "o.input" }, { "from": "a.output", "to": "o.input" }, { "from": "a.output", "to": "o.input", "slot": 1 } ] }
            """);

        Assert.Equal(["b", "a", "a"], document.Links.Values.Select(l => l.From.Block));
        Assert.Equal([0, 1, 2], document.Links.Keys.Select(k => k.Slot));
    }

    [Fact]
    public void A_stream_is_read_like_the_bytes_in_it()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Everything));

        Assert.Equal(Everything, Encoding.UTF8.GetString(ProjectJson.Write(ProjectJson.Read(stream))));
    }

    private static string RoundTrip(string json) => Encoding.UTF8.GetString(ProjectJson.Write(Examples.Read(json)));
}
