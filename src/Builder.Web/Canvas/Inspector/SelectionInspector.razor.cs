using Builder.Graph.Documents;
using Builder.Graph.Edits.Gestures;
using Builder.Web.Canvas.Editing;

namespace Builder.Web.Canvas.Inspector;

/// <summary>What can be done with several blocks at once.</summary>
public sealed partial class SelectionInspector
{
    private const int MostListed = 50;
    private string _name = "";

    private List<Block> Blocks => [.. Editor.Selection.Select(State.Document.Blocks.GetValueOrDefault).OfType<Block>()];

    private List<Block> Mutable => Blocks.FindAll(b => b.Muted || BlockWords.CanBeMuted(b));

    private bool AllMuted => Mutable.TrueForAll(b => b.Muted);

    private long Learned => Blocks.Sum(b => State.Analysis.Blocks.GetValueOrDefault(b.Id)?.Parameters ?? 0);

    private async Task GroupAsync()
    {
        var name = _name.Trim();
        await Editor.ApplyAsync(document => GroupGestures.GroupBlocks(document, Editor.Selection, name.Length > 0 ? name : Ui.T(CanvasTexts.NewGroup)));
    }

    private async Task DuplicateAsync() => await Editor.ApplyAsync(document => CopyGestures.Duplicate(document, Editor.Selection));

    private async Task MuteAsync()
    {
        var muted = !AllMuted;
        await Editor.ApplyAsync(new Batch([.. Mutable.Select(b => new SetMuted(b.Id, muted))]));
    }

    private async Task DeleteAsync()
    {
        var chosen = Editor.Selection;
        await Editor.ApplyAsync(document => DeletionGestures.Delete(document, chosen, [], [], join: true));
    }
}
