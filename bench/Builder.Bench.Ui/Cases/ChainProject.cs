using System.Globalization;
using System.Text.Json.Nodes;

namespace Builder.Bench.Ui.Cases;

/// <summary>A project file with a long chain of layers, laid out in rows like a page of text.</summary>
public static class ChainProject
{
    private const int InARow = 20;
    private const double Across = 260;
    private const double Down = 160;

    /// <summary>The file's text.</summary>
    /// <param name="blocks">How many blocks: noise first, then Linear and ReLU in turn.</param>
    public static string Of(int blocks)
    {
        var list = new JsonArray { Block("noise", "Noise", 0, new() { ["size"] = 16 }) };
        var links = new JsonArray();
        for (var i = 1; i < blocks; i++)
        {
            var kind = i % 2 == 1 ? "Linear" : "ReLU";
            list.Add(Block(Id(i), kind, i, kind == "Linear" ? new() { ["out_features"] = 16 } : []));
            links.Add(new JsonObject { ["from"] = $"{(i == 1 ? "noise" : Id(i - 1))}.output", ["to"] = $"{Id(i)}.input" });
        }

        return new JsonObject { ["format"] = 1, ["name"] = $"Chain of {blocks}", ["blocks"] = list, ["links"] = links }.ToJsonString();
    }

    /// <summary>Id of the block at a place of the chain, from 1.</summary>
    public static string Id(int place) => "b" + place.ToString("D3", CultureInfo.InvariantCulture);

    private static JsonObject Block(string id, string kind, int place, JsonObject parameters) => new()
    {
        ["id"] = id, ["kind"] = kind, ["label"] = id, ["position"] = new JsonArray(place % InARow * Across, place / InARow * Down), ["parameters"] = parameters,
    };
}
