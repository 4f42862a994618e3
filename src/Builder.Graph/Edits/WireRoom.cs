using System.Collections.Immutable;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>Room for a block that is dropped on a wire: it stands between its neighbours, and what comes after them moves aside.</summary>
internal static class WireRoom
{
    /// <summary>The moves that make room; null where there is enough, or where the wire does not run from left to right.</summary>
    /// <param name="document">The document with the new block.</param>
    /// <param name="inserted">The new block.</param>
    /// <param name="writer">The block from which the wire came.</param>
    /// <param name="reader">The block to which it went.</param>
    public static MoveBlocks? Make(ProjectDocument document, Block inserted, Block writer, Block reader)
    {
        var (left, right, at) = (writer.Position, reader.Position, inserted.Position);
        if (right.X <= left.X || (!IsInTheWay(at, left) && !IsInTheWay(at, right)))
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
        foreach (var block in document.Blocks.Values.Where(b => b.Group == reader.Group && b.Id != inserted.Id && b.Id != writer.Id && b.Position.X >= right.X))
        {
            moves[block.Id] = block.Position with { X = block.Position.X + aside };
        }

        return new(moves.ToImmutable());
    }

    private static bool IsInTheWay(Position at, Position other) => Math.Abs(at.X - other.X) < Spacing.LeastAcross && Math.Abs(at.Y - other.Y) < Spacing.SameRow;
}
