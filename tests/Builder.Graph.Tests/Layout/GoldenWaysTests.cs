using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Layout;

namespace Builder.Graph.Tests.Layout;

/// <summary>Where long drawings break and how wires go around blocks, as the browser's canvas must find it as well: its tests read the same files.</summary>
public sealed class GoldenWaysTests
{
    private const int Cases = 60;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { NewLine = "\n" };

    [Fact]
    public void Rows_are_those_of_the_golden_file() => GeneratedFiles.AreUpToDate("tests/golden/rows.json", Lines(Enumerable.Range(1, Cases).Select(Rows)));

    [Fact]
    public void Ways_are_those_of_the_golden_file() => GeneratedFiles.AreUpToDate("tests/golden/ways.json", Lines(Enumerable.Range(1, Cases).Select(Way)));

    [Fact]
    public void A_way_runs_over_no_block()
    {
        var found = Enumerable.Range(1, 500).Select(seed => Drawing(new Dice(seed))).Select(d => (d.Boxes, Way: WireRoute.Around(d.Start, d.End, d.Boxes, d.Lane))).Where(w => w.Way is not null).ToList();

        Assert.InRange(found.Count, 100, 500);
        Assert.All(found, w => Assert.False(WireRoute.IsCrossed(w.Way!, w.Boxes, 0)));
    }

    [Fact]
    public void A_shortcut_past_three_blocks_is_seen_beside_them()
    {
        CanvasBox[] row = [.. Enumerable.Range(0, 4).Select(i => new CanvasBox(i * Spacing.Across, 0, CanvasGeometry.BlockWidth, CanvasGeometry.LeastBlockHeight))];
        var way = WirePath.Around(WireRoute.Around(new(182, CanvasGeometry.FirstPortY), new((3 * Spacing.Across) - 6, CanvasGeometry.FirstPortY), row, 0)!);

        Assert.Contains(way.Points, p => p.Y < 0 || p.Y > CanvasGeometry.LeastBlockHeight);
        Assert.True(way.Label.Y < 0 || way.Label.Y > CanvasGeometry.LeastBlockHeight);
        Assert.StartsWith("M182 48L", way.ToSvg(), StringComparison.Ordinal);
    }

    private static string Lines(IEnumerable<object> cases) => $"[\n{string.Join(",\n", cases.Select(c => JsonSerializer.Serialize(c, Form)))}\n]\n";

    private static object Rows(int seed)
    {
        var dice = new Dice(seed);
        var columns = new FlowColumn[1 + dice.Roll(20)];
        for (var i = 0; i < columns.Length; i++)
        {
            var top = dice.Roll(5) * -80;
            columns[i] = new(dice.Roll(6) == 0 ? 200 : CanvasGeometry.BlockWidth, top, top + CanvasGeometry.LeastBlockHeight + (dice.Roll(4) * 120));
        }

        int[] crossings = [.. columns.Select(_ => 1 + dice.Roll(3))];
        var rows = RowBreaks.Of(columns, 64, CanvasGeometry.RowRoom, crossings);
        return new { columns, gap = 64, crossings, rows = rows.Select(r => new[] { r.Start.Value, r.End.GetOffset(columns.Length) }) };
    }

    private static object Way(int seed)
    {
        var (start, end, boxes, lane) = Drawing(new Dice(seed));
        return new { start, end, boxes, lane, way = WireRoute.Around(start, end, boxes, lane) };
    }

    /// <summary>Blocks on a grid, some of them missing, and a wire between two of them.</summary>
    private static (CanvasPoint Start, CanvasPoint End, CanvasBox[] Boxes, int Lane) Drawing(Dice dice)
    {
        var boxes = new List<CanvasBox>();
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 5; column++)
            {
                if (boxes.Count < 2 || dice.Roll(4) > 0)
                {
                    boxes.Add(new(column * Spacing.Across, (row * Spacing.Down) + (dice.Roll(3) * 8), CanvasGeometry.BlockWidth, dice.Roll(4) == 0 ? 122 : CanvasGeometry.LeastBlockHeight));
                }
            }
        }

        var (from, to) = (boxes[dice.Roll(boxes.Count)], boxes[dice.Roll(boxes.Count)]);
        const double half = CanvasGeometry.PortSize / 2;
        return (new(from.X + from.Width + half, from.Y + CanvasGeometry.FirstPortY), new(to.X - half, to.Y + CanvasGeometry.FirstPortY), [.. boxes], dice.Roll(4));
    }

    /// <summary>Numbers that look random and are the same each time and everywhere.</summary>
    private sealed class Dice(int seed)
    {
        private uint _state = (uint)seed * 2_654_435_761;

        public int Roll(int sides)
        {
            _state = (_state * 1_664_525) + 1_013_904_223;
            return (int)((_state >> 8) % (uint)sides);
        }
    }
}
