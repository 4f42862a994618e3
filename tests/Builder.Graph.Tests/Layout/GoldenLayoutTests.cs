using System.Text.Encodings.Web;
using System.Text.Json;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Layout;

namespace Builder.Graph.Tests.Layout;

/// <summary>Sizes, ports and wires as the browser's canvas must find them as well: its tests read the same file.</summary>
public sealed class GoldenLayoutTests
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Notes =
    [
        "", "Short.", "A note of several words that does not fit into one line of a note, so it wraps.", "One\n\nthree",
        "便签里的中文每个字占两列，因此更早换行。", "Averyveryveryverylongwordwithoutanyspaceinitatallthatmustbebroken", "Mixed 中文 and English words in a note",
        "tail  \nspaces   ", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
    ];

    [Fact]
    public void They_are_those_of_the_golden_file()
    {
        var kinds = BlockCatalog.Kinds.Where(k => k.Id != GroupPorts.UseKind).Select(Block)
            .Append(Block("Group of three", new([.. Three(PortContent.Tensor)], [.. Three(PortContent.Tensor)])));
        double[] along = [-400, -30, 0, 11, 12, 60, 240.5];
        double[] down = [-90, 0, 10, 33];
        var text = JsonSerializer.Serialize(
            new
            {
                Blocks = kinds,
                Notes = Notes.Append(new string('a', 3000)).Append(string.Concat(Enumerable.Repeat("line\n", 60))).Select(n => new { Text = n, Height = NoteGeometry.HeightOf(n) }),
                Wires = from x in along from y in down select Wire(new(16, 8), new(16 + x, 8 + y)),
            }, Form);
        GeneratedFiles.AreUpToDate("tests/golden/layout.json", text + "\n");
    }

    private static IEnumerable<Port> Three(PortContent content) => Enumerable.Range(0, 3).Select(i => new Port($"p{i}", Localized.Same($"p{i}"), content));

    private static object Block(BlockKind kind) => Block(kind.Id, new(kind.Inputs, kind.Outputs));

    private static object Block(string name, GroupPorts ports)
    {
        var geometry = BlockGeometry.Of(ports);
        return new
        {
            Name = name,
            Inputs = ports.Inputs.Select(Side),
            Outputs = ports.Outputs.Select(Side),
            geometry.Height,
            Named = geometry.IsNamed,
            geometry.HasFooter,
        };
    }

    private static object Side(Port port, int index) => new { port.Name, Content = port.Content.ToString(), Y = BlockGeometry.PortY(index) };

    private static object Wire(CanvasPoint from, CanvasPoint to)
    {
        var way = WirePath.Between(from, to);
        return new { From = from, To = to, Path = way.ToSvg(), way.Label };
    }
}
