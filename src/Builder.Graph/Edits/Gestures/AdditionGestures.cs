using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Presets;
using Builder.Graph.Shapes;

namespace Builder.Graph.Edits.Gestures;

/// <summary>What a person takes out of the palette.</summary>
/// <param name="Id">Id of a kind or of a preset.</param>
/// <param name="IsPreset">True where it is a preset.</param>
/// <param name="Language">Language of the names that a preset brings into the document.</param>
public sealed record PaletteItem(string Id, bool IsPreset = false, string? Language = null)
{
    /// <summary>What the wire brings that it is added to; null where there is none, or nothing is known of it.</summary>
    public TensorType? Arriving { get; init; }

    /// <summary>What is known of the data: a block that could name one column only names it; null before data is attached.</summary>
    public DataSchema? Data { get; init; }
}

/// <summary>Putting new blocks on the canvas: anywhere, onto a wire, or at the end of a wire.</summary>
public static class AdditionGestures
{
    private static readonly string[] s_truths = ["target", "label"];

    /// <summary>Adds a block.</summary>
    public static Edit Add(ProjectDocument document, PaletteItem item, Position at, string? group) => Draw(document, item, at, group).Edit;

    /// <summary>Adds a block and leads an existing link through it; where it would cover its neighbours, what comes after moves aside.</summary>
    public static Edit OnWire(ProjectDocument document, PaletteItem item, Position at, LinkKey wire)
    {
        if (!document.Links.TryGetValue(wire, out var link) || !document.Blocks.TryGetValue(link.To.Block, out var reader))
        {
            return new Disconnect(wire.To, wire.Slot);
        }

        var (edit, id) = Draw(document, item, at, reader.Group);
        var steps = new EditSteps(document).Add(edit);
        return steps.Document.Blocks.TryGetValue(id, out var block)
            ? new Batch([edit, .. LinkEdits.OnLink(steps.Document, block, link), .. Room(steps.Document, block, link, reader)])
            : edit;
    }

    /// <summary>Adds a block at the end of a wire that starts at an output.</summary>
    /// <param name="document">The document.</param>
    /// <param name="item">What is added.</param>
    /// <param name="at">Where it goes.</param>
    /// <param name="from">The output that the wire comes from; it also says on which canvas.</param>
    /// <param name="port">The new block's input; null or a name that it has not for the best that fits.</param>
    public static Edit After(ProjectDocument document, PaletteItem item, Position at, PortRef from, string? port = null)
    {
        if (!document.Blocks.TryGetValue(from.Block, out var source))
        {
            return new RemoveBlock(from.Block);
        }

        var (edit, id) = Draw(document, item, at, source.Group);
        var steps = new EditSteps(document).Add(edit);
        var ports = new PortLookup(steps.Document);
        return steps.Document.Blocks.TryGetValue(id, out var block) && BestInput(source, ports.Output(from), ports.Inputs(block), port) is { } input
            ? steps.Add(CanvasGestures.Connect(steps.Document, from, new(id, input.Name))).ToEdit()
            : edit;
    }

    /// <summary>Adds a block from which a wire leads to an input; a link that ends there already gives way.</summary>
    /// <param name="document">The document.</param>
    /// <param name="item">What is added.</param>
    /// <param name="at">Where it goes.</param>
    /// <param name="to">The input that the wire goes to; it also says on which canvas.</param>
    /// <param name="port">The new block's output; null or a name that it has not for the first that fits.</param>
    public static Edit Before(ProjectDocument document, PaletteItem item, Position at, PortRef to, string? port = null)
    {
        if (!document.Blocks.TryGetValue(to.Block, out var reader))
        {
            return new RemoveBlock(to.Block);
        }

        var (edit, id) = Draw(document, item, at, reader.Group);
        var steps = new EditSteps(document).Add(edit);
        var ports = new PortLookup(steps.Document);
        if (!steps.Document.Blocks.TryGetValue(id, out var block) || ports.Input(to) is not { } input)
        {
            return edit;
        }

        var outputs = ports.Outputs(block).Where(o => o.Content == input.Content).ToList();
        return outputs.Find(o => o.Name == port) is not null ? Wired(port!) : outputs is [var first, ..] ? Wired(first.Name) : edit;

        Edit Wired(string name) => steps.Add(CanvasGestures.Connect(steps.Document, new(id, name), to)).ToEdit();
    }

    private static Edit[] Room(ProjectDocument document, Block block, Link link, Block reader) =>
        document.Blocks.TryGetValue(link.From.Block, out var writer) && WireRoom.Make(document, block, writer, reader) is { } moves ? [moves] : [];

    private static (Edit Edit, string Id) Draw(ProjectDocument document, PaletteItem item, Position at, string? group)
    {
        if (item.IsPreset && PresetCatalog.Find(item.Id) is { } preset)
        {
            var addition = preset.AddTo(document, at, preset.Fitting(item.Arriving), group, item.Language);
            return (addition.Edit, addition.Use);
        }

        var block = new Block { Id = Ids.Fresh(item.Id, document.Blocks.ContainsKey), Kind = item.Id, Group = group, Position = at };
        return (new AddBlock(OnlyColumn.Of(document, block, item.Data)), block.Id);
    }

    /// <summary>The input that was asked for, or the first that carries the same; what is to be predicted goes where it is compared.</summary>
    private static Port? BestInput(Block source, Port? output, IEnumerable<Port> inputs, string? wanted)
    {
        var fitting = inputs.Where(i => i.Content == output?.Content).ToList();
        var isTruth = BlockCatalog.Find(source.Kind)?.Role == Role.Target;
        return fitting.Find(i => i.Name == wanted) ?? fitting.Find(i => s_truths.Contains(i.Name) == isTruth) ?? fitting.FirstOrDefault();
    }
}
