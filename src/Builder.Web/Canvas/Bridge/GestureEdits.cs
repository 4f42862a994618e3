using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits.Gestures;
using Builder.Graph.Json;
using Builder.Graph.Shapes;
using Builder.Web.Canvas.Messages;
using static Builder.Graph.Edits.Gestures.CanvasGestures;

namespace Builder.Web.Canvas.Bridge;

/// <summary>Turns gestures into edits. Made for one moment: the document and what was found out about it belong together.</summary>
/// <param name="document">The document.</param>
/// <param name="analyze">Finds out about it.</param>
/// <param name="data">What is known of its data sets.</param>
/// <param name="language">Language of names that become part of the document.</param>
internal sealed class GestureEdits(ProjectDocument document, Func<GraphAnalysis> analyze, DataSchema data, string language)
{
    /// <summary>The edit that a gesture means.</summary>
    /// <exception cref="RefusedGestureException">It means nothing; the words say why.</exception>
    public Edit Of(Gesture gesture) => gesture switch
    {
        AddBlockGesture add => AdditionGestures.Add(document, Item(add.Block, add.Preset), new(add.X, add.Y), add.Group),
        InsertOnLinkGesture insert => AdditionGestures.OnWire(document, Item(insert.Block, insert.Preset, Start(insert.Link)), new(insert.X, insert.Y), Key(insert.Link)),
        MoveOntoLinkGesture drop => Drop(drop),
        AddAndConnectGesture { Direction: "to" } add => AdditionGestures.Before(document, Item(add.Block, add.Preset), new(add.X, add.Y), End(add.Port), add.NewPort),
        AddAndConnectGesture add => AdditionGestures.After(document, Item(add.Block, add.Preset, End(add.Port)), new(add.X, add.Y), End(add.Port), add.NewPort),
        ConnectGesture connect => Connect(document, End(connect.From), End(connect.To)),
        DisconnectGesture cut => new Disconnect(Key(cut.Link).To, Key(cut.Link).Slot),
        ReconnectGesture lead => Reconnect(document, Key(lead.Link), End(lead.From), End(lead.To)),
        MoveGesture move => PlaceGestures.Move(document, Places(move.Positions), Places(move.Notes)),
        AlignGesture align => PlaceGestures.Move(document, Places(align.Positions), Places(null)),
        LayoutGesture layout => PlaceGestures.Move(document, Places(layout.Positions), Places(layout.Notes)),
        DeleteGesture delete => DeletionGestures.Delete(document, delete.Blocks, [.. delete.Links.Select(Key)], delete.Notes, delete.Join),
        _ => OfSelection(gesture),
    };

    private Edit OfSelection(Gesture gesture) => gesture switch
    {
        DuplicateGesture copy => OfSomething(CopyGestures.Duplicate(document, copy.Blocks, copy.Notes)),
        PasteGesture paste => Paste(paste),
        GroupGesture group => GroupGestures.GroupBlocks(document, group.Blocks, Named(group.Name)),
        UngroupGesture ungroup => GroupGestures.Ungroup(document, ungroup.Block),
        RepeatGesture repeat => GroupGestures.Repeat(document, repeat.Block, repeat.Count, CanvasTexts.RepeatedGroup.In(language)),
        LabelGesture label => new SetLabel(label.Block, string.IsNullOrWhiteSpace(label.Text) ? null : label.Text.Trim()),
        MuteGesture mute => OfSomething(new Batch([.. mute.Blocks.Where(document.Blocks.ContainsKey).Select(b => new SetMuted(b, mute.Muted))])),
        NoteGesture note => Note(note),
        SetParameterGesture set => new SetParameter(set.Block, set.Name, set.Value),
        ApplyFixGesture fix => Fix(fix),
        _ => throw new RefusedGestureException(CanvasTexts.UnknownGesture),
    };

    /// <summary>Where nothing of a selection is left, because it was deleted meanwhile, the person is told.</summary>
    private static Edit OfSomething(Edit edit) => edit is Batch { Edits: [] } ? throw new RefusedGestureException(CanvasTexts.SelectionIsGone) : edit;

    private Batch Drop(MoveOntoLinkGesture drop) => new(
    [
        PlaceGestures.Move(document, new Dictionary<string, Position> { [drop.Block] = new(drop.X, drop.Y) }, Places(null)),
        MoveOntoWire(document, Key(drop.Link), drop.Block, new(drop.X, drop.Y)),
    ]);

    private Edit Paste(PasteGesture paste)
    {
        try
        {
            var clipboard = ClipboardJson.Read(paste.Clipboard);
            return CopyGestures.PasteFrom(document, clipboard.Project, clipboard.Blocks, paste.Group, new(paste.X, paste.Y), clipboard.Notes);
        }
        catch (ProjectFileException foreign)
        {
            throw new RefusedGestureException(foreign.Words);
        }
    }

    private SetNote Note(NoteGesture note)
    {
        var id = note.Id ?? Ids.Fresh("note", document.Notes.ContainsKey);
        if (string.IsNullOrWhiteSpace(note.Text))
        {
            return new(id, null);
        }

        // What Builder wrote in two languages stays so until a person writes something else.
        var zh = document.Notes.GetValueOrDefault(id) is { Zh: { } other } known && (note.Text == known.Text || note.Text == other) ? known : null;
        return new(id, new Note(id, zh?.Text ?? note.Text, new(note.X, note.Y), note.Group, zh?.Zh));
    }

    private Edit Fix(ApplyFixGesture press)
    {
        var analysis = analyze();
        var problems = press.Block is null ? DiagnosticsDiff.OfDocument(analysis) : analysis.Blocks.GetValueOrDefault(press.Block)?.Problems ?? [];
        var meant = press.Index >= 0 && press.Index < problems.Length && problems[press.Index].Code == press.Code
            ? problems[press.Index]
            : problems.FirstOrDefault(p => p.Code == press.Code);
        return meant?.Fix?.Edit ?? throw new RefusedGestureException(CanvasTexts.ProblemIsGone);
    }

    private PaletteItem Item(string id, bool isPreset, PortRef? from = null) => new(id, isPreset, language)
    {
        Arriving = isPreset && from is { } port ? TypeAt(port) : null,
        Data = data,
    };

    private PortRef? Start(string link) => document.Links.TryGetValue(Key(link), out var wire) ? wire.From : null;

    private TensorType? TypeAt(PortRef from)
    {
        if (!document.Blocks.TryGetValue(from.Block, out var block) || analyze().Blocks.GetValueOrDefault(from.Block) is not { } known)
        {
            return null;
        }

        var ports = new PortLookup(document).Outputs(block).Where(p => p.Content == PortContent.Tensor).Select(p => p.Name).ToList();
        return ports.IndexOf(from.Port) is >= 0 and var index && index < known.Outputs.Length ? known.Outputs[index] : null;
    }

    private string Named(string name) => string.IsNullOrWhiteSpace(name) ? CanvasTexts.NewGroup.In(language) : name.Trim();

    private static PortRef End(EndView end) => new(end.Block, end.Port);

    private static Dictionary<string, Position> Places(IReadOnlyDictionary<string, double[]>? places) =>
        places?.ToDictionary(p => p.Key, p => p.Value is [var x, var y] ? new Position(x, y) : throw new RefusedGestureException(CanvasTexts.UnknownGesture), StringComparer.Ordinal)
        ?? [];

    private static LinkKey Key(string key)
    {
        var (dot, hash) = (key.IndexOf('.'), key.LastIndexOf('#'));
        return dot > 0 && hash > dot && int.TryParse(key.AsSpan(hash + 1), out var slot)
            ? new(new(key[..dot], key[(dot + 1)..hash]), slot)
            : throw new RefusedGestureException(CanvasTexts.UnknownGesture);
    }
}
