using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>Finds the block that decides how many numbers arrive somewhere: layers that keep the sizes of what they get are passed by.</summary>
internal static class SizeGiver
{
    /// <summary>True where what comes out has the sizes of what goes in.</summary>
    public static bool Keeps(BlockKind kind) => kind.Family is Family.Activation or Family.Regularization or Family.Normalization && kind is not GLU;

    /// <summary>The block that decides the sizes at an input; null where nothing is known to arrive.</summary>
    public static Block? Of(OpenNode node, int port)
    {
        var at = Source(node, port);
        while (at is not null && Keeps(at.Kind))
        {
            at = Source(at, 0);
        }

        return at?.Block;
    }

    /// <summary>
    /// Notes the nodes behind a node of which a problem is told, however many layers that keep sizes lie between: its way out may be an edit of
    /// that node, or of one before it.
    /// </summary>
    public static void NoteBlamed(OpenNode node, HashSet<OpenNode> noted)
    {
        var (waiting, seen) = (new Stack<OpenNode>([node]), new HashSet<OpenNode>());
        while (waiting.TryPop(out var next))
        {
            foreach (var reader in next.Readers.Where(seen.Add))
            {
                if (reader.Problems is not null)
                {
                    noted.Add(reader);
                }

                if (Keeps(reader.Kind))
                {
                    waiting.Push(reader);
                }
            }
        }
    }

    private static OpenNode? Source(OpenNode node, int port) => port < node.Sources.Length && node.Sources[port] is [{ Node: { } source }, ..] ? source : null;
}
