using System.Collections.Immutable;
using Builder.Proposals.Warnings;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>Rows or pictures side by side that are copies of each other.</summary>
public sealed partial class RowPairs
{
    private const int Shown = 3;

    /// <summary>The pairs; the first few are shown.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<RowPair> Pairs { get; set; }

    /// <summary>The address of a row's picture, by the row's number; null where rows have none.</summary>
    [Parameter]
    public Func<int, string>? PictureOf { get; set; }
}
