using System.Text.Json.Nodes;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Presets;
using Builder.Web.Canvas.Bridge;
using Builder.Web.Canvas.Editing;
using Builder.Web.Canvas.Messages;
using Builder.Web.Sessions;
using Builder.Web.Tests.Sessions;

namespace Builder.Web.Tests.Canvas.Bridge;

/// <summary>Whatever is done in whatever order, an canvas client that follows the messages shows the document.</summary>
public sealed class RandomGesturesTests : IAsyncDisposable
{
    private const int Gestures = 120;
    private readonly SessionsFixture _server = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task After_any_gestures_of_two_people_both_islands_show_the_document(int seed)
    {
        var session = await _server.NewAsync(Island.Chain());
        await using var here = await new Island(session).MountedAsync();
        await using var there = await new Island(session).MountedAsync();
        var random = new Random(seed);
        var done = 0;
        for (var i = 0; i < Gestures; i++)
        {
            var island = random.Next(2) == 0 ? here : there;
            done += (string?)(await OneAsync(island, session, random, $"g{i}"))["type"] == "acknowledge" ? 1 : 0;
        }

        await here.CatchUpAsync(session.Revision);
        await there.CatchUpAsync(session.Revision);
        await there.SendAsync("""{"type":"resync","revision":0}""");
        await there.UntilAsync("presence");
        Assert.Equal(there.Model.Shown, here.Model.Shown);
        Assert.Equal(session.Document.Blocks.Keys, here.Model.Ids("blocks"));
        Assert.Equal(session.Document.Notes.Keys, here.Model.Ids("notes"));
        Assert.True(done > Gestures / 4, $"Only {done} of {Gestures} gestures did something.");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task What_is_told_of_changes_that_are_known_is_what_a_comparison_of_everything_tells(int seed)
    {
        var session = await _server.NewAsync(Island.Chain());
        var states = new List<ModelState> { new(session.Document, session.Analysis, session.Revision, null, false, false) };
        session.Changed += change => states.Add(new(change.After, change.Analysis, change.Revision, change.CommandId, false, false));
        await using var island = await new Island(session).MountedAsync();
        var random = new Random(seed);
        for (var i = 0; i < Gestures; i++)
        {
            await OneAsync(island, session, random, $"g{i}");
        }

        await session.SettleAsync();
        var (known, narrow) = (0, 0);
        for (var i = 0; i < states.Count; i++)
        {
            foreach (var (before, after) in new[] { 1, 2, 5, 100 }.Where(n => i >= n).Select(n => (states[i - n], states[i])))
            {
                var way = session.Trail.Between(before.Analysis, after.Analysis);
                Assert.Equal(Told(before, after, null), Told(before, after, way));
                (known, narrow) = (known + (way is null ? 0 : 1), narrow + (way?.Told is null ? 0 : 1));
            }
        }

        Assert.True(known > 60 && narrow > 20, $"{known} ways of {states.Count} states were known, of {narrow} also what is said.");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Told(ModelState before, ModelState after, ChangeStep? way)
    {
        var (set, removed) = DocumentDiff.Between(before.Document, after.Document, "en", way?.Change);
        var said = DiagnosticsDiff.Between(before, after, way, "en");
        return CanvasJson.Write(new Patch(1, 0, null, set, removed, false, false))
            + (said is null ? "" : CanvasJson.Write(new Diagnostics(1, said.Blocks, said.Document, said.TotalParameters, said.CanTrain)));
    }

    private static async Task<JsonObject> OneAsync(Island island, ProjectSession session, Random random, string id)
    {
        if (random.Next(6) == 0)
        {
            await island.SendAsync($$"""{"type":"{{(random.Next(3) == 0 ? "redo" : "undo")}}","commandId":"{{id}}"}""");
            return await island.AnswerAsync(id);
        }

        return await island.DoAsync(Gesture(session.Document, random).ToJsonString(), id);
    }

    private static JsonObject Gesture(ProjectDocument document, Random random)
    {
        string Block() => document.Blocks.Count == 0 ? "none" : document.Blocks.Keys.ElementAt(random.Next(document.Blocks.Count));
        string Link() => document.Links.Count == 0 ? "none.input#0" : document.Links.Keys.ElementAt(random.Next(document.Links.Count)) is var k ? $"{k.To.Block}.{k.To.Port}#{k.Slot}" : "";
        string Kind() => BlockCatalog.Kinds[random.Next(BlockCatalog.Kinds.Length)].Id;
        string? Group() => document.Groups.Count > 0 && random.Next(3) == 0 ? document.Groups.Keys.ElementAt(random.Next(document.Groups.Count)) : null;
        JsonObject End(string port) => new() { ["block"] = Block(), ["port"] = port };
        JsonArray Blocks() => [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => JsonValue.Create(Block())).Distinct()];
        double Place() => random.Next(-50, 50) * 10;
        return random.Next(16) switch
        {
            0 => new() { ["kind"] = "addBlock", ["block"] = Kind(), ["x"] = Place(), ["y"] = Place(), ["group"] = Group() },
            1 => new() { ["kind"] = "addBlock", ["block"] = PresetCatalog.Presets[random.Next(PresetCatalog.Presets.Length)].Id, ["preset"] = true, ["x"] = Place(), ["y"] = Place(), ["group"] = Group() },
            2 => new() { ["kind"] = "insertOnLink", ["block"] = random.Next(2) == 0 ? "ReLU" : Kind(), ["link"] = Link(), ["x"] = Place(), ["y"] = Place() },
            3 => new() { ["kind"] = "addAndConnect", ["block"] = Kind(), ["x"] = Place(), ["y"] = Place(), ["group"] = null, ["port"] = End("output"), ["direction"] = random.Next(3) == 0 ? "to" : "from", ["newPort"] = "" },
            4 => new() { ["kind"] = "connect", ["from"] = End("output"), ["to"] = End("input") },
            5 => new() { ["kind"] = "disconnect", ["link"] = Link() },
            6 => new() { ["kind"] = "reconnect", ["link"] = Link(), ["from"] = End("output"), ["to"] = End("input") },
            7 => new() { ["kind"] = "move", ["positions"] = new JsonObject { [Block()] = new JsonArray(Place(), Place()) } },
            8 => new() { ["kind"] = "delete", ["blocks"] = random.Next(2) == 0 ? Blocks() : [], ["links"] = new JsonArray(Link()), ["notes"] = new JsonArray(), ["join"] = random.Next(2) == 0 },
            9 => new() { ["kind"] = "duplicate", ["blocks"] = Blocks() },
            10 => new() { ["kind"] = "group", ["blocks"] = Blocks(), ["name"] = "G" },
            11 => new() { ["kind"] = "ungroup", ["block"] = document.Blocks.Values.FirstOrDefault(b => b.Kind == "Group")?.Id ?? "none" },
            12 => new() { ["kind"] = "repeat", ["block"] = Block(), ["count"] = random.Next(1, 4) },
            13 => new() { ["kind"] = "label", ["block"] = Block(), ["text"] = random.Next(2) == 0 ? "" : "名" + random.Next(9) },
            14 => new() { ["kind"] = "note", ["text"] = "n" + random.Next(9), ["x"] = Place(), ["y"] = Place(), ["group"] = Group() },
            _ => new() { ["kind"] = "setParameter", ["block"] = Block(), ["name"] = "out_features", ["value"] = random.Next(1, 200) },
        };
    }
}
