using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits.Gestures;
using Builder.Web.Canvas.Editing;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Inspector;

/// <summary>What only uses of groups and blocks with weights can do: open, take apart, share weights.</summary>
public sealed partial class GroupTools
{
    /// <summary>The window's view of the project.</summary>
    [Parameter, EditorRequired]
    public required ModelEditor Editor { get; set; }

    /// <summary>The block.</summary>
    [Parameter, EditorRequired]
    public required Block Block { get; set; }

    /// <summary>Blocks of the same kind on the same canvas with something to learn.</summary>
    private List<Block> Owners => Learns(Block) || Block.WeightsFrom is not null
        ? [.. Editor.State.Document.Blocks.Values.Where(b =>
            b.Id != Block.Id && b.Kind == Block.Kind && b.Group == Block.Group && b.WeightsFrom is null && GroupPorts.GroupOf(b) == GroupPorts.GroupOf(Block) && Learns(b))]
        : [];

    private bool Learns(Block block) => Editor.State.Analysis.Blocks.GetValueOrDefault(block.Id)?.Parameters > 0;

    private async Task UngroupAsync() => await Editor.ApplyAsync(document => GroupGestures.Ungroup(document, Block.Id));

    private async Task Share(ChangeEventArgs change) => await Editor.ApplyAsync(new ShareWeights(Block.Id, change.Value is string { Length: > 0 } owner ? owner : null));

    private async Task<string?> RenameAsync(string group, string text)
    {
        var name = text.Trim();
        return name.Length > 0 && (await Editor.ApplyAsync(new RenameGroup(group, name))).Problem is null ? name : null;
    }
}
