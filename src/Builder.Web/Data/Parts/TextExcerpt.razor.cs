using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>The beginning of a running text.</summary>
public sealed partial class TextExcerpt
{
    private const int Length = 4_000;

    /// <summary>What the source holds.</summary>
    [Parameter]
    [EditorRequired]
    public required SourceInspection Inspection { get; set; }

    private string Excerpt => DataWords.Short(
        Inspection.Table.Columns.OfType<TextColumn>().FirstOrDefault() is { Entries: [var text, ..] } ? text.TrimStart() : "", Length);
}
