using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Graph.Layout;
using Builder.Graph.Presets;
using Builder.Graph.Tests.Presets;

namespace Builder.Graph.Tests.Layout;

/// <summary>Blocks that nobody has moved have room around them, in groups as well: those of ready projects and of the palette.</summary>
public sealed class BlockRoomTests
{
    private const double LeastRoom = 16;

    public static TheoryData<string> ReadyProjects =>
        [.. Directory.GetFiles(Path.Combine(GeneratedFiles.Root(), "templates"), "project*.json", SearchOption.AllDirectories).Where(f => !f.Contains("runs", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(GeneratedFiles.Root(), f))];

    public static TheoryData<string> Presets => [.. PresetCatalog.Presets.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(ReadyProjects))]
    public void Of_a_ready_project_no_block_touches_another(string file) => AssertRoom(ProjectJson.Read(File.ReadAllBytes(Path.Combine(GeneratedFiles.Root(), file))));

    [Theory]
    [MemberData(nameof(Presets))]
    public void In_a_group_of_the_palette_no_block_touches_another(string preset) => AssertRoom(Host.With(Host.Document, PresetCatalog.Get(preset), PresetSettings.Of()).Document, group => group is not null);

    private static void AssertRoom(ProjectDocument document, Func<string?, bool>? looked = null)
    {
        foreach (var canvas in document.Blocks.Values.GroupBy(b => b.Group).Where(g => looked?.Invoke(g.Key) ?? true))
        {
            var boxes = canvas.Select(b => (b.Id, b.Position, BlockGeometry.Of(PortsOf(document, b)).Height)).ToArray();
            foreach (var (a, place) in boxes.Index())
            {
                foreach (var other in boxes.Skip(a + 1))
                {
                    Assert.False(
                        Math.Abs(place.Position.X - other.Position.X) < CanvasGeometry.BlockWidth + LeastRoom
                            && place.Position.Y < other.Position.Y + other.Height + LeastRoom && other.Position.Y < place.Position.Y + place.Height + LeastRoom,
                        $"{place.Id} and {other.Id}");
                }
            }
        }
    }

    private static GroupPorts PortsOf(ProjectDocument document, Block block) => block.Kind switch
    {
        GroupPorts.UseKind => GroupPorts.Of(document, (block.Parameters["group"] as ParameterValue.Text)?.Value),
        _ => BlockCatalog.Find(block.Kind) is { } kind ? new(kind.Inputs, kind.Outputs) : GroupPorts.None,
    };
}
