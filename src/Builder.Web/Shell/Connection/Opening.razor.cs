using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell.Connection;

/// <summary>What is seen until the first page is there.</summary>
public sealed partial class Opening
{
    /// <summary>The window's language.</summary>
    [Parameter, EditorRequired]
    public required string Language { get; set; }
}
