using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;
using Builder.Web.Canvas.Editing;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Inspector;

/// <summary>Everything about the one selected block.</summary>
public sealed partial class BlockInspector
{
    private const int MostAtOnce = 5;
    private ModelState? _seen;
    private ChangeEffect? _effect;

    /// <summary>Id of the block.</summary>
    [Parameter, EditorRequired]
    public required string BlockId { get; set; }

    private Block? Block => State.Document.Blocks.GetValueOrDefault(BlockId);

    private BlockKind? Kind => Block is { } block ? BlockCatalog.Find(block.Kind) : null;

    private ImmutableArray<Problem> Problems => State.Analysis.Blocks.GetValueOrDefault(BlockId)?.Problems ?? [];

    /// <summary>Kinds that could stand in its place: of the same family and role, with the same ports.</summary>
    private List<BlockKind> Siblings => Kind is not { } kind ? [] :
        [.. BlockCatalog.Kinds.Where(k => k.Family == kind.Family && k.Role == kind.Role && SamePorts(k.Inputs, kind.Inputs) && SamePorts(k.Outputs, kind.Outputs))];

    private ImmutableArray<Parameter> Parameters => Kind?.Parameters ?? [];

    /// <summary>What is shown at once: the first ones, and all that were changed.</summary>
    private List<Parameter> Essential => [.. Parameters.Where((p, i) => Parameters.Length <= MostAtOnce + 1 || i < MostAtOnce || IsChanged(p))];

    private List<Parameter> Seldom => [.. Parameters.Except(Essential)];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        base.OnInitialized();
        _seen = State;
    }

    /// <inheritdoc/>
    protected override void OnEditorChanged()
    {
        var now = State;
        if (_seen is { } before && !ReferenceEquals(before, now))
        {
            var effect = ChangeEffect.Between(before, now, BlockId, Editor.OtherAuthor(now.CommandId));
            _effect = effect ?? (ReferenceEquals(before.Document, now.Document) ? _effect : null);
        }

        _seen = now;
    }

    private static bool SamePorts(ImmutableArray<Port> a, ImmutableArray<Port> b) => a.Select(p => (p.Name, p.Content)).SequenceEqual(b.Select(p => (p.Name, p.Content)));

    private bool IsChanged(Parameter parameter) => Block?.Parameters.TryGetValue(parameter.Name, out var set) == true && set != parameter.Default;

    private ChangeEffect? EffectOn(Parameter parameter) => _effect?.Parameter == parameter.Name ? _effect : null;

    private Task ChangeKind(ChangeEventArgs change) =>
        change.Value is string { Length: > 0 } kind && kind != Block?.Kind ? Editor.ApplyAsync(new ChangeKind(BlockId, kind)) : Task.CompletedTask;

    private async Task Mute(ChangeEventArgs change) => await Editor.ApplyAsync(new SetMuted(BlockId, change.Value is true));

    private async Task<string?> TakeLabelAsync(string text)
    {
        var label = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return label == Block?.Label || (await Editor.ApplyAsync(new SetLabel(BlockId, label))).Problem is null ? label ?? "" : null;
    }

    private async Task<string?> TakeNoteAsync(string text)
    {
        var note = string.IsNullOrWhiteSpace(text) ? null : text;
        return note == Block?.Note || (await Editor.ApplyAsync(new SetBlockNote(BlockId, note))).Problem is null ? note ?? "" : null;
    }
}
