using System.Globalization;
using Builder.Graph;
using Builder.Graph.Differences;
using Builder.Web.Drawings.Blocks;
using Builder.Web.Drawings.Sheets;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Drawings;

/// <summary>
/// A drawing as markup that stands for itself: no circuit, no script. It fits the width that it is given, can be scrolled and printed, and
/// says in words what it shows.
/// </summary>
public sealed partial class DrawingView
{
    // A drawing of this width is shown small on most windows and on paper.
    private const double FarWidth = 2000;

    private ILookup<string, string> _targets = null!;

    /// <summary>The drawing.</summary>
    [Parameter, EditorRequired]
    public required Drawing Drawing { get; set; }

    /// <summary>The reader's language: "en" or "zh".</summary>
    [Parameter, EditorRequired]
    public required string Language { get; set; }

    private IEnumerable<SheetBlock> AllBlocks => Drawing.Sheets.SelectMany(s => s.Blocks);

    private List<(ChangeMark Mark, int Count)> Legend =>
    [
        .. new[] { ChangeMark.Added, ChangeMark.Removed, ChangeMark.Changed, ChangeMark.Moved }
            .Select(mark => (mark, Drawing.Sheets.Sum(s => s.Blocks.Count(b => b.Mark == mark) + s.Links.Count(l => l.Mark == mark) + s.Notes.Count(n => n.Mark == mark))))
            .Where(l => l.Item2 > 0),
    ];

    /// <inheritdoc/>
    protected override void OnParametersSet() => _targets = Drawing.Sheets
        .SelectMany(s => s.Links.Where(l => l.Mark != ChangeMark.Removed || Drawing.Side == DrawingSide.Before)
            .Select(l => (From: l.Link.From.Block, To: s.Blocks.FirstOrDefault(b => b.Block.Id == l.Link.To.Block))))
        .Where(l => l.To is not null)
        .ToLookup(l => l.From, l => T(TitleOf(l.To!)), StringComparer.Ordinal);

    private string T(Localized text) => text.In(Language);

    private static Localized TitleOf(SheetBlock block) => BlockFace.Title(block.Block, block.Source.Document);

    private string Line(SheetBlock block)
    {
        var settings = block.Block.Muted ? T(DrawingTexts.Muted) : BlockFace.Settings(block.Block, Language);
        var parts = new List<string> { T(TitleOf(block)) };
        parts.AddRange(new[] { settings, block.Summary is { Outputs: [var first, ..] } ? first.ToString() : "" }.Where(p => p.Length > 0));
        if (_targets[block.Block.Id].Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } targets)
        {
            parts.Add(T(DrawingTexts.Leads(targets.Select(Localized.Same))));
        }

        var words = string.Join(Language == Shell.UiState.Chinese ? "，" : ", ", parts);
        return block.Mark == ChangeMark.Same ? words : $"{DrawingTexts.Sign(block.Mark)} {words} ({T(DrawingTexts.Name(block.Mark))})";
    }

    private static string? Far(Sheet sheet) => sheet.Box.Width > FarWidth ? "true" : null;

    private static string Size(SheetBox box) => string.Create(CultureInfo.InvariantCulture, $"--dw-width:{Math.Ceiling(box.Width)};--dw-height:{Math.Ceiling(box.Height)}");
}
