using System.Text.Json.Nodes;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Messages;

namespace Builder.Web.Tests.Canvas.Messages;

/// <summary>The golden samples that the canvas is written against are exactly what this side writes and reads.</summary>
public sealed class GoldenMessagesTests
{
    public static TheoryData<string, ToIsland> Samples { get; } = new()
    {
        { "acknowledge", new Acknowledge("c-1", 8) },
        { "reject", new Reject("c-1", "The block “digit” is no longer there.") },
        { "settings", new Builder.Web.Canvas.Messages.Settings("zh", "dark", false) },
        { "runStatus", new RunStatus("running", 0.25, "Epoch 2 of 8") },
        { "presence", new Presence([new("p1", "Li", "#c2410c", ["digit"])]) },
        { "select", new SelectBlocks(["digit"]) },
        { "command", new IslandCommand("openGroup", Group: "features") },
        { "patch", Patch() },
        { "diagnostics", Diagnostics() },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_message_to_the_island_is_written_as_its_golden_sample(string name, ToIsland message) =>
        Assert.Equal(Normal(Golden(name)), Normal(CanvasJson.Write(message)));

    [Fact]
    public void Every_golden_message_of_the_island_is_read_and_means_something()
    {
        var messages = JsonNode.Parse(Golden("outgoing"))!.AsArray().Select(m => CanvasJson.Read(m!.ToJsonString())).ToList();
        var known = typeof(FromIsland).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && (t.IsSubclassOf(typeof(FromIsland)) || t.IsSubclassOf(typeof(Gesture))));
        var seen = messages.Select(m => m.GetType()).Concat(messages.OfType<Apply>().Select(a => a.Gesture.GetType()));
        Assert.Equal(known.Select(t => t.Name).Order(), seen.Select(t => t.Name).Distinct().Order());
    }

    [Fact]
    public void What_a_golden_gesture_says_arrives_unchanged()
    {
        var gestures = JsonNode.Parse(Golden("outgoing"))!.AsArray().Select(m => CanvasJson.Read(m!.ToJsonString())).OfType<Apply>().ToDictionary(a => a.CommandId, a => a.Gesture);
        Assert.Equal(new AddBlockGesture("Flatten", false, 360, 0, null), gestures["c-2"]);
        Assert.Equal(new AddBlockGesture("ResidualBlock", true, 360, 200, null), gestures["c-3"]);
        Assert.Equal(new AddAndConnectGesture("CrossEntropyLoss", false, 720, 0, null, new("digit", "output"), "from", "input"), gestures["c-6"]);
        Assert.Equal(["note"], Assert.IsType<DuplicateGesture>(gestures["c-12"]).Notes);
        Assert.Equal([500, 16], Assert.IsType<MoveGesture>(gestures["c-10"]).Positions["digit"]);
    }

    private static Patch Patch() => new(
        8,
        7,
        "c-1",
        new(
            [new("flatten", "Flatten", null, null, null, false, 360, 0, Block.NoParameters, null)],
            [new(new("features", "features_output"), new("flatten", "input"), 0), new(new("flatten", "output"), new("digit", "input"), 0)],
            [],
            []),
        new([], [], [], ["note"]),
        true,
        false);

    private static Diagnostics Diagnostics() => new(
        8,
        new Dictionary<string, BlockView?>
        {
            ["flatten"] = new([new("output", "[N, 9216]", "Float32")], 0, []),
            ["digit"] = new([new("output", "[N, 10]", "Float32")], 92170, []),
            ["gone"] = null,
        },
        [],
        92330,
        true);

    private static string Golden(string name) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "golden", "canvas", name + ".json"));

    private static string Normal(string json) => JsonNode.Parse(json)!.ToJsonString();
}
