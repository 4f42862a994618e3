using System.Collections.Immutable;
using Builder.Graph.Documents;
using static Builder.Graph.Documents.CanvasGeometry;

namespace Builder.Graph.Layout;

/// <summary>
/// Breaks a drawing whose blocks stand on the grid of <see cref="Spacing"/>, as proposals and ready projects do, into rows where it is long. Where it
/// breaks, <see cref="RowBreaks"/> says.
/// </summary>
public static class RowFolding
{
    /// <summary>New places of blocks that stand in one long row; the top left corner stays.</summary>
    /// <param name="document">The document.</param>
    /// <param name="group">The group whose blocks are placed; null for the main canvas.</param>
    /// <returns>The places that change; empty where the drawing is short enough.</returns>
    public static ImmutableSortedDictionary<string, Position> Fold(ProjectDocument document, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var blocks = document.Blocks.Values.Where(b => b.Group == group).ToArray();
        var columns = blocks.GroupBy(b => b.Position.X).OrderBy(c => c.Key).Select(c => new Column(c.Key, c.Min(b => b.Position.Y), c.Max(b => b.Position.Y))).ToArray();
        var flow = Array.ConvertAll(columns, c => new FlowColumn(BlockWidth, c.Top, c.Bottom + LeastBlockHeight));
        var rows = RowBreaks.Of(flow, Spacing.Across - BlockWidth, Spacing.Down - LeastBlockHeight, Crossings(document, blocks, columns));
        var moves = ImmutableSortedDictionary.CreateBuilder<string, Position>(StringComparer.Ordinal);
        var down = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            var inside = columns[rows[i]];
            var top = i == 0 ? 0 : inside.Min(c => c.Top) - down;
            foreach (var block in blocks.Where(b => b.Position.X >= inside[0].X && b.Position.X <= inside[^1].X))
            {
                var place = new Position(block.Position.X - inside[0].X + columns[0].X, block.Position.Y - top);
                if (place != block.Position)
                {
                    moves[block.Id] = place;
                }
            }

            down = inside.Max(c => c.Bottom) - top + Spacing.Down;
        }

        return moves.ToImmutable();
    }

    /// <summary>For each column, how many wires lead from before it to it or beyond.</summary>
    private static int[] Crossings(ProjectDocument document, Block[] blocks, Column[] columns)
    {
        var places = blocks.ToDictionary(b => b.Id, b => b.Position.X);
        var wires = document.Links.Values.Where(l => places.ContainsKey(l.From.Block) && places.ContainsKey(l.To.Block))
            .Select(l => (From: places[l.From.Block], To: places[l.To.Block])).ToArray();
        return [.. columns.Select(c => wires.Count(w => w.From < c.X && w.To >= c.X))];
    }

    private readonly record struct Column(double X, double Top, double Bottom);
}
