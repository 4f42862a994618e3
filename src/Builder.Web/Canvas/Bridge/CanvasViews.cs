using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Web.Canvas.Messages;

namespace Builder.Web.Canvas.Bridge;

/// <summary>Turns documents and analyses into what the canvas client shows.</summary>
internal static class CanvasViews
{
    /// <summary>A whole document, for a reader of this language.</summary>
    public static DocumentView Of(ProjectDocument document, string language)
    {
        var ports = new PortLookup(document);
        return new(
            document.Name,
            [.. document.Blocks.Values.Select(b => Of(b, ports))],
            [.. document.Links.Values.Select(Of)],
            [.. document.Groups.Values.Select(g => new GroupView(g.Id, g.Name))],
            [.. document.Notes.Values.Select(n => Of(n, language))]);
    }

    /// <summary>A block.</summary>
    public static NodeView Of(Block block, PortLookup ports)
    {
        var view = new NodeView(
            block.Id, block.Kind, block.Group, block.Label, block.Note, block.Muted, block.Position.X, block.Position.Y, block.Parameters, block.WeightsFrom);
        return block.Kind == GroupPorts.UseKind && ports.Of(block) is var own
            ? view with { Inputs = [.. own.Inputs.Select(Of)], Outputs = [.. own.Outputs.Select(Of)] }
            : view;
    }

    /// <summary>A link.</summary>
    public static LinkView Of(Link link) => new(Of(link.From), Of(link.To), link.Slot);

    /// <summary>A remark, in the reader's language where it has two.</summary>
    public static NoteView Of(Note note, string language) => new(note.Id, note.In(language), note.Position.X, note.Position.Y, note.Group);

    /// <summary>A group.</summary>
    public static GroupView Of(Group group) => new(group.Id, group.Name);

    /// <summary>The identity of a link as the canvas client writes it.</summary>
    public static string Key(LinkKey key) => FormattableString.Invariant($"{key.To.Block}.{key.To.Port}#{key.Slot}");

    /// <summary>What the analysis says of one block.</summary>
    public static BlockView Of(BlockSummary summary, Block block, PortLookup ports, string language)
    {
        var names = ports.Outputs(block).Where(p => p.Content == PortContent.Tensor).Select(p => p.Name).ToList();
        return new(
            [.. summary.Outputs.Zip(names, (type, port) => new OutputView(port, type.ToString(), type.Element.ToString()))],
            summary.Parameters,
            Of(summary.Problems, language));
    }

    /// <summary>Problems in the reader's language.</summary>
    public static IReadOnlyList<ProblemView> Of(ImmutableArray<Problem> problems, string language) => [.. problems.Select((p, i) => Of(p, i, language))];

    private static ProblemView Of(Problem problem, int index, string language) => new(
        problem.Code,
        problem.Block,
        problem.Message.Words.In(language),
        problem.Severity == Severity.Error ? "error" : "warning",
        problem.Fix is { } fix ? new FixView(fix.Title.Words.In(language)) : null,
        index);

    private static PortView Of(Port port) => new(port.Name, port.Title.En, port.Content.ToString(), port.Optional, port.Variadic);

    private static EndView Of(PortRef end) => new(end.Block, end.Port);
}
