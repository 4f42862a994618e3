using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Checks how many links arrive at each input port.</summary>
internal static class PortRules
{
    private static readonly MessageTemplate TooManyLinks = new(
        "TooManyLinks",
        "{count} links end at “{port}” of “{block}”, which takes one. Merge them with Add or Concatenate, or keep one.",
        "有 {count} 条连线接到“{block}”的“{port}”，而它只接受一条。请用相加或拼接合并，或只保留一条。");

    private static readonly MessageTemplate KeepFirstLink = new("fix-keep-first-link", "Keep the first link", "只保留第一条连线");

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
        return new(
            node.Block.Id,
            TooManyLinks.With(("count", sources.Count), ("port", BlockNames.Title(node.Block, port)), ("block", BlockNames.Name(node.Block))),
            new Fix(KeepFirstLink.With(), new Batch([.. surplus])));
    }
}
