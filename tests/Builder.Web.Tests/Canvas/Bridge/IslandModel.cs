using System.Text.Json.Nodes;

namespace Builder.Web.Tests.Canvas.Bridge;

/// <summary>What an canvas client keeps: nothing but the messages that it was sent, put together by the rules of the contract.</summary>
internal sealed class IslandModel
{
    private readonly Dictionary<string, SortedDictionary<string, string>> _things =
        new[] { "blocks", "links", "groups", "notes" }.ToDictionary(n => n, _ => new SortedDictionary<string, string>(StringComparer.Ordinal));

    private readonly SortedDictionary<string, string> _diagnostics = new(StringComparer.Ordinal);
    private string _document = "";

    public long Revision { get; private set; } = -1;

    public bool CanUndo { get; private set; }

    /// <summary>All that it shows, as text that can be compared.</summary>
    public string Shown => string.Join("\n", _things.Select(t => $"{t.Key}: {string.Join("\n  ", t.Value.Values)}"))
        + "\nsaid: " + string.Join("\n  ", _diagnostics.Select(d => $"{d.Key} {d.Value}")) + "\n" + _document;

    public JsonObject? Block(string id) => _things["blocks"].TryGetValue(id, out var json) ? JsonNode.Parse(json)!.AsObject() : null;

    public JsonObject? Note(string id) => _things["notes"].TryGetValue(id, out var json) ? JsonNode.Parse(json)!.AsObject() : null;

    public IEnumerable<string> Ids(string kind) => _things[kind].Keys;

    public JsonObject? Said(string block) => _diagnostics.TryGetValue(block, out var json) ? JsonNode.Parse(json)!.AsObject() : null;

    public void Receive(JsonObject message)
    {
        switch ((string?)message["type"])
        {
            case "snapshot":
                TakeSnapshot(message);
                break;
            case "patch":
                TakePatch(message);
                break;
            case "diagnostics":
                Say(message);
                break;
        }
    }

    private void TakeSnapshot(JsonObject message)
    {
        (Revision, CanUndo) = ((long)message["revision"]!, (bool)message["canUndo"]!);
        foreach (var (kind, things) in _things)
        {
            things.Clear();
            Set(things, kind, message["document"]![kind]!.AsArray());
        }

        _diagnostics.Clear();
        Say(message["diagnostics"]!.AsObject());
    }

    private void TakePatch(JsonObject message)
    {
        Assert.Equal(Revision, (long)message["base"]!);
        (Revision, CanUndo) = ((long)message["revision"]!, (bool)message["canUndo"]!);
        foreach (var (kind, things) in _things)
        {
            foreach (var gone in message["removed"]![kind]!.AsArray())
            {
                Assert.True(things.Remove((string)gone!), $"{kind} {gone} was removed, but was not there.");
            }

            Set(things, kind, message["set"]![kind]!.AsArray());
        }

        foreach (var gone in message["removed"]!["blocks"]!.AsArray())
        {
            _diagnostics.Remove((string)gone!);
        }
    }

    private void Say(JsonObject said)
    {
        foreach (var (block, entry) in said["blocks"]!.AsObject())
        {
            var isSilent = entry is null
                || (entry["outputs"]!.AsArray().Count == 0 && (long)entry["parameters"]! == 0 && entry["problems"]!.AsArray().Count == 0);
            if (isSilent)
            {
                _diagnostics.Remove(block);
            }
            else
            {
                _diagnostics[block] = entry!.ToJsonString();
            }
        }

        _document = $"{said["document"]!.ToJsonString()} {said["totalParameters"]} {said["canTrain"]}";
    }

    private static void Set(SortedDictionary<string, string> things, string kind, JsonArray items)
    {
        foreach (var item in items)
        {
            things[kind == "links" ? $"{item!["to"]!["block"]}.{item["to"]!["port"]}#{item["slot"]}" : (string)item!["id"]!] = item!.ToJsonString();
        }
    }
}
