using Builder.Graph.Analysis;
using Builder.Web.Canvas.Inspector;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Outline;

/// <summary>The drawing as a tree: the same blocks in the order in which data flows, for the keyboard and for screen readers.</summary>
public sealed partial class OutlineTree
{
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private ElementReference _tree;
    private bool _walks;

    [Inject]
    private ModelScript Script { get; set; } = null!;

    private IReadOnlyList<OutlineRow> Rows => OutlineRow.Of(State, _open);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_walks && !State.Document.Blocks.IsEmpty)
        {
            _walks = true;
            await Script.WalkTreeAsync(_tree);
        }
    }

    /// <inheritdoc/>
    protected override void OnEditorChanged() => _walks &= !State.Document.Blocks.IsEmpty;

    private bool IsOpen(OutlineRow row) => _open.Contains(row.Path);

    private void Twist(OutlineRow row)
    {
        if (!_open.Remove(row.Path))
        {
            _open.Add(row.Path);
        }
    }

    private void Enter(OutlineRow row)
    {
        if (row.Inside is { } group)
        {
            Editor.Open(group);
        }
    }

    private string Shape(OutlineRow row) => State.Analysis.Blocks.GetValueOrDefault(row.Block.Id)?.Outputs is [{ Shape.Rank: > 0 } first, ..] ? first.ToString() : "";

    private string Spoken(OutlineRow row)
    {
        var parts = new List<string> { NameOf(row.Block) };
        if (GroupPorts.GroupOf(row.Block) is not null && GroupPorts.RepeatOf(row.Block) is > 1 and var times)
        {
            parts.Add(Ui.T(OutlineTexts.Repeated(times)));
        }

        if (Shape(row) is { Length: > 0 } shape)
        {
            parts.Add(shape);
        }

        if (row.Block.Muted)
        {
            parts.Add(Ui.T(OutlineTexts.Muted));
        }

        parts.AddRange(State.Analysis.Blocks.GetValueOrDefault(row.Block.Id)?.Problems.Select(p => Ui.T(p.Message.Words)) ?? []);
        return string.Join(Ui.T(new(", ", "，")), parts);
    }
}
