using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Checks how many links arrive at each input port.</summary>
internal static class PortRules
{
    /// <summary>Reports open and overfull ports of a node; true where everything that the node needs is known.</summary>
    public static bool Check(DocumentIndex index, OpenNode node, ProblemList problems)
    {
        var complete = true;
        for (var i = 0; i < node.InputPorts.Length; i++)
        {
            var (port, sources) = (node.InputPorts[i], node.Sources[i]);
            if (sources.Count == 0 && !port.Optional)
            {
                problems.AddOpenPort(node.Scope, node.Block, port);
                complete = false;
            }
            else if (sources.Count > 1 && !port.Variadic)
            {
                problems.Add(Overfull(index, node, port, sources));
                complete = false;
            }

            complete &= sources.All(s => s.IsKnown);
        }

        return complete;
    }

    private static Problem Overfull(DocumentIndex index, OpenNode node, Port port, List<OpenSource> sources)
    {
        if (node.Kind.Role == Role.Optimizer && port.Content == PortContent.Tensor)
        {
            return TwoLosses.Of(index.Document, node.Block, port);
        }

        var surplus = sources.Skip(1).Select(s => (Edit)new Disconnect(s.Link.To, s.Link.Slot));
        return new("TooManyLinks", node.Block.Id, new(
            $"{sources.Count} links end at “{port.Title.En}” of “{BlockNames.Name(node.Block).En}”, which takes one. Merge them with Add or Concatenate, or keep one.",
            $"有 {sources.Count} 条连线接到“{BlockNames.Name(node.Block).Zh}”的“{port.Title.Zh}”，而它只接受一条。请用相加或拼接合并，或只保留一条。"),
            new Fix(new("Keep the first link", "只保留第一条连线"), new Batch([.. surplus])));
    }
}
