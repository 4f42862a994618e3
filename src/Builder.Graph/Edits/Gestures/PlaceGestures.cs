using System.Collections.Immutable;
using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>Moving things on the canvas.</summary>
public static class PlaceGestures
{
    /// <summary>Moves blocks and notes. What somebody else has removed in the meantime is passed over.</summary>
    public static Edit Move(ProjectDocument document, IReadOnlyDictionary<string, Position> blocks, IReadOnlyDictionary<string, Position> notes)
    {
        var places = blocks.Where(p => document.Blocks.ContainsKey(p.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var edits = new List<Edit>();
        if (!places.IsEmpty)
        {
            edits.Add(new MoveBlocks(places));
        }

        edits.AddRange(notes.Where(p => document.Notes.ContainsKey(p.Key)).Select(p => new SetNote(p.Key, document.Notes[p.Key] with { Position = p.Value })));
        return edits switch
        {
            [var single] => single,
            [] when blocks.Count > 0 => new MoveBlocks(blocks.ToImmutableSortedDictionary(StringComparer.Ordinal)),
            _ => new Batch([.. edits]),
        };
    }
}
