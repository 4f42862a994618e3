using static Builder.Graph.Documents.CanvasGeometry;

namespace Builder.Graph.Layout;

/// <summary>What stands at one distance from the beginning of a flow.</summary>
/// <param name="Width">Width of its widest block.</param>
/// <param name="Top">Top of its first block.</param>
/// <param name="Bottom">Bottom of its last.</param>
public readonly record struct FlowColumn(double Width, double Top, double Bottom);

/// <summary>
/// Says where a long flow is broken into rows, as words into lines, so that all of it can be seen as large as possible. The browser's canvas breaks
/// in the same places (model/rows.ts): numbers are generated from <see cref="Documents.CanvasGeometry"/>, and a golden file is checked from both sides.
/// </summary>
public static class RowBreaks
{
    // How far before its last possible place a row may break, where fewer wires are cut there.
    private const int MostEarlier = 2;

    /// <summary>The rows of a flow; none where there are no columns.</summary>
    /// <param name="columns">The flow.</param>
    /// <param name="gap">Room between two columns.</param>
    /// <param name="room">Room between two rows.</param>
    /// <param name="crossings">For each column, how many wires lead from before it to it or beyond.</param>
    public static Range[] Of(FlowColumn[] columns, double gap, double room, int[] crossings)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(crossings);
        if (columns.Length == 0)
        {
            return [];
        }

        var (best, largest) = (new Range[] { ..columns.Length }, 0.0);
        for (var most = columns.Length; most >= LeastRowColumns; most--)
        {
            var rows = Broken(most, crossings);
            var zoom = Zoom(rows, columns, gap, room);
            if (zoom > largest * (best.Length == 1 ? LeastFirstRowGain : LeastRowGain))
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
                for (var earlier = end - 1; earlier >= first + Math.Max(2, most - MostEarlier); earlier--)
                {
                    end = crossings[earlier] < crossings[end] ? earlier : end;
                }
            }

            rows.Add(first..end);
            first = end;
        }

        return [.. rows];
    }

    private static double Zoom(Range[] rows, FlowColumn[] columns, double gap, double room)
    {
        var width = rows.Max(r => columns[r].Sum(c => c.Width + gap) - gap);
        var height = rows.Sum(r => columns[r].Max(c => c.Bottom) - columns[r].Min(c => c.Top) + room) - room;
        return Math.Min(1, Math.Min(SeenAcross / width, SeenDown / height));
    }
}
