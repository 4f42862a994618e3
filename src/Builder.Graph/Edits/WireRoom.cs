using System.Collections.Immutable;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits;

/// <summary>Room for a block that is put into a wire: it stands between its neighbours, and what comes after them in their row moves aside.</summary>
internal static class WireRoom
{
    /// <summary>The moves that make room; null where there is enough.</summary>
    /// <param name="document">The document with the new block.</param>
    /// <param name="inserted">The new block.</param>
    /// <param name="writer">The block from which the wire came.</param>
    /// <param name="reader">The block to which it went.</param>
    public static MoveBlocks? Make(ProjectDocument document, Block inserted, Block writer, Block reader)
    {
        var (left, right, at) = (writer.Position, reader.Position, inserted.Position);
        if (right.X <= left.X)
        {
            return AfterRow(document, inserted, left);
        }

        if (!IsInTheWay(at, left) && !IsInTheWay(at, right))
        {
            return null;
        }

        var distance = right.X - left.X;
        var moves = ImmutableSortedDictionary.CreateBuilder<string, Position>(StringComparer.Ordinal);
        var height = left.Y == right.Y && Math.Abs(at.Y - left.Y) < Spacing.SameRow ? left.Y : at.Y;
        if (distance >= 2 * Spacing.LeastAcross)
        {
            moves[inserted.Id] = new(Math.Clamp(at.X, left.X + Spacing.LeastAcross, right.X - Spacing.LeastAcross), height);
            return new(moves.ToImmutable());
        }

        var step = Math.Max(Spacing.LeastAcross, distance);
        moves[inserted.Id] = new(left.X + step, height);
        var aside = left.X + (2 * step) - right.X;
        var others = OtherRows(document, inserted, reader);
        foreach (var block in document.Blocks.Values.Where(
            b => b.Group == reader.Group && b.Id != inserted.Id && b.Id != writer.Id && b.Position.X >= right.X && !others.Contains(b.Id)))
        {
            moves[block.Id] = block.Position with { X = block.Position.X + aside };
        }

        return new(moves.ToImmutable());
    }

    /// <summary>A wire that leads back to the next row gets its block behind the row's end, where that is free.</summary>
    private static MoveBlocks? AfterRow(ProjectDocument document, Block inserted, Position end)
    {
        var place = end with { X = end.X + Spacing.Across };
        return document.Blocks.Values.Any(b => b.Group == inserted.Group && b.Id != inserted.Id && IsInTheWay(place, b.Position))
            ? null : new(ImmutableSortedDictionary.Create<string, Position>(StringComparer.Ordinal).SetItem(inserted.Id, place));
    }

    /// <summary>Blocks that are linked, but with the reader's row only by wires that lead back: they stand in rows of their own.</summary>
    private static HashSet<string> OtherRows(ProjectDocument document, Block inserted, Block reader)
    {
        var next = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (from, to) in document.Links.Values.Select(l => (l.From.Block, l.To.Block)))
        {
            var (a, b) = (document.Blocks.GetValueOrDefault(from), document.Blocks.GetValueOrDefault(to));
            Neighbours(from).AddRange(IsForward(a, b) ? [to] : []);
            Neighbours(to).AddRange(IsForward(a, b) ? [from] : []);
        }

        var (row, waiting) = (new HashSet<string>(StringComparer.Ordinal) { reader.Id }, new Queue<string>([reader.Id]));
        while (waiting.TryDequeue(out var block))
        {
            foreach (var neighbour in next.GetValueOrDefault(block, []).Where(row.Add))
            {
                waiting.Enqueue(neighbour);
            }
        }

        return [.. next.Keys.Where(id => !row.Contains(id))];

        List<string> Neighbours(string id) => next.TryGetValue(id, out var list) ? list : next[id] = [];

        bool IsForward(Block? a, Block? b) => a is not null && b is not null && (a.Id == inserted.Id || b.Id == inserted.Id || a.Position.X < b.Position.X);
    }

    private static bool IsInTheWay(Position at, Position other) => Math.Abs(at.X - other.X) < Spacing.LeastAcross && Math.Abs(at.Y - other.Y) < Spacing.SameRow;
}
