using System.Collections.Immutable;
using Builder.Graph.Problems;
using Builder.Web.Canvas.Editing;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Canvas.Inspector;

/// <summary>Problems in words, each with the button that mends it.</summary>
public sealed partial class ProblemCards
{
    /// <summary>The window's view of the project.</summary>
    [Parameter, EditorRequired]
    public required ModelEditor Editor { get; set; }

    /// <summary>The problems.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<Problem> Problems { get; set; }
}
