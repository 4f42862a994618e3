using System.Collections.Immutable;
using Builder.Proposals.Warnings;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>What a person should know about the data before a model is made of them.</summary>
public sealed partial class WarningList
{
    /// <summary>The warnings.</summary>
    [Parameter]
    public ImmutableArray<DataWarning> Warnings { get; set; } = [];

    /// <summary>True where nothing can be changed at the moment.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The address of a row's picture, by the row's number; null where rows have none.</summary>
    [Parameter]
    public Func<int, string>? PictureOf { get; set; }

    /// <summary>The person wants something mended.</summary>
    [Parameter]
    public EventCallback<DataFix> OnFix { get; set; }
}
