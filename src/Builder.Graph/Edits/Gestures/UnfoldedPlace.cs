using System.Collections.Immutable;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>
/// Where the content of a group goes when it is taken apart: around the place of the group where nothing stands there, which is where its
/// blocks came from; otherwise from that place on, and what would be covered makes room to the right.
/// </summary>
internal sealed class UnfoldedPlace
{
    // Who drew blocks closely finds them so again; new places keep the distance of a tidy drawing.
    private static readonly Position Close = new(120, 60);
    private static readonly Position Tidy = new(220, 120);

    private readonly List<Block> _content;
    private readonly List<Block> _others;
    private readonly int _repetitions;

    /// <summary>The place of a group's content.</summary>
    /// <param name="document">The document.</param>
    /// <param name="use">The block that stands for the group.</param>
    /// <param name="content">The blocks in the group, without its ports.</param>
    /// <param name="repetitions">How many copies stand side by side.</param>
    public UnfoldedPlace(ProjectDocument document, Block use, List<Block> content, int repetitions)
    {
        (_content, _repetitions) = (content, repetitions);
        _others = [.. document.Blocks.Values.Where(b => b.Group == use.Group && b.Id != use.Id)];
        if (content.Count == 0)
        {
            return;
        }

        Step = content.Max(b => b.Position.X) - content.Min(b => b.Position.X) + Spacing.Across;
        Offset = new(use.Position.X - content.Average(b => b.Position.X), use.Position.Y - content.Average(b => b.Position.Y));
        if (Covered(Close).Count > 0)
        {
            Offset = new(use.Position.X - content.Min(b => b.Position.X), use.Position.Y - content.Min(b => b.Position.Y));
            Room = MakeRoom();
        }
    }

    /// <summary>What the positions of the first copy are moved by.</summary>
    public Position Offset { get; }

    /// <summary>How far the next copy stands to the right.</summary>
    public double Step { get; }

    /// <summary>The new places of blocks that make room; empty where none has to.</summary>
    public ImmutableArray<Edit> Room { get; } = [];

    private ImmutableArray<Edit> MakeRoom()
    {
        if (Covered(Tidy) is not { Count: > 0 } covered)
        {
            return [];
        }

        var from = covered.Min(b => b.Position.X);
        var by = Places().Max(p => p.X) + Spacing.Across - from;
        return
        [
            new MoveBlocks(_others.Where(b => b.Position.X >= from)
                .ToImmutableSortedDictionary(b => b.Id, b => new Position(b.Position.X + by, b.Position.Y), StringComparer.Ordinal)),
        ];
    }

    private List<Block> Covered(Position distance)
    {
        var places = Places().ToList();
        return [.. _others.Where(b => places.Exists(p => Math.Abs(p.X - b.Position.X) < distance.X && Math.Abs(p.Y - b.Position.Y) < distance.Y))];
    }

    private IEnumerable<Position> Places() =>
        from i in Enumerable.Range(0, _repetitions)
        from block in _content
        select new Position(block.Position.X + Offset.X + (i * Step), block.Position.Y + Offset.Y);
}
