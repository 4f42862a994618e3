using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell.Connection;

/// <summary>What is seen while the line to the server is down. It is plain markup: it must work without the server.</summary>
public sealed partial class ConnectionView
{
    private static readonly (string Language, string Code)[] Languages = [(UiState.English, "en"), (UiState.Chinese, "zh-Hans")];

    /// <summary>The language that the page begins with.</summary>
    [Parameter, EditorRequired]
    public required string Language { get; set; }
}
