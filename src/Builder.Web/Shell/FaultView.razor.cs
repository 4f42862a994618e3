using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell;

/// <summary>Shown in a page's place when the page has failed.</summary>
public sealed partial class FaultView
{
    /// <summary>The number under which the log tells what happened.</summary>
    [Parameter]
    [EditorRequired]
    public string Reference { get; set; } = "";

    /// <summary>Shows the page again.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }
}
