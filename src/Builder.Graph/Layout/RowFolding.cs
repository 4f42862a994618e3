using System.Collections.Immutable;
using Builder.Graph.Documents;
using static Builder.Graph.Documents.CanvasGeometry;

namespace Builder.Graph.Layout;

/// <summary>
/// Breaks a long drawing into rows, as words into lines, so that all of it can be seen as large as possible. The browser's canvas does the same
/// when it arranges blocks (model/rows.ts); here blocks stand on the grid of <see cref="Spacing"/> already.
/// </summary>
public static class RowFolding
{
    /// <summary>The part of the screen that a canvas has beside its panels, at zoom 1.</summary>
    private const double ViewWidth = 850;
    private const double ViewHeight = 740;

    private const int LeastColumns = 3;

    // Breaks have to pay, the first one most: wires that jump back are harder to follow than a little smaller letters.
    private const double LeastGain = 1.06;
    private const double LeastFirstGain = 1.2;

    /// <summary>New places of blocks that stand in one long row; the top left corner stays.</summary>
    /// <param name="document">The document.</param>
    /// <param name="group">The group whose blocks are placed; null for the main canvas.</param>
    /// <returns>The places that change; empty where the drawing is short enough.</returns>
    public static ImmutableSortedDictionary<string, Position> Fold(ProjectDocument document, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var blocks = document.Blocks.Values.Where(b => b.Group == group).ToArray();
        var columns = blocks.GroupBy(b => b.Position.X).OrderBy(c => c.Key).Select(c => new Column(c.Key, c.Min(b => b.Position.Y), c.Max(b => b.Position.Y))).ToArray();
        var rows = Rows(columns, Crossings(document, blocks, columns));
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

    private static Range[] Rows(Column[] columns, int[] crossings)
    {
        var (best, largest) = (Array.Empty<Range>(), 0.0);
        for (var most = columns.Length; most > 0 && (most >= LeastColumns || most == columns.Length); most--)
        {
            var rows = Broken(most, crossings);
            var zoom = Zoom(rows, columns);
            if (zoom > largest * (best.Length == 1 ? LeastFirstGain : LeastGain))
            {
                (best, largest) = (rows, zoom);
            }
        }

        return best;
    }

    /// <summary>Rows of at most so many columns. One breaks where fewest wires are cut: a target and its loss stay together.</summary>
    private static Range[] Broken(int most, int[] crossings)
    {
        var rows = new List<Range>();
        for (var first = 0; first < crossings.Length;)
        {
            var end = Math.Min(first + most, crossings.Length);
            if (end < crossings.Length)
            {
                for (var earlier = end - 1; earlier >= first + Math.Max(2, most - 2); earlier--)
                {
                    end = crossings[earlier] < crossings[end] ? earlier : end;
                }
            }

            rows.Add(first..end);
            first = end;
        }

        return [.. rows];
    }

    private static double Zoom(Range[] rows, Column[] columns)
    {
        var width = rows.Max(r => columns[r][^1].X - columns[r][0].X) + BlockWidth;
        var height = rows.Sum(r => columns[r].Max(c => c.Bottom) - columns[r].Min(c => c.Top) + Spacing.Down) - Spacing.Down + LeastBlockHeight;
        return Math.Min(1, Math.Min(ViewWidth / width, ViewHeight / height));
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
