using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Builder.Web.Shell;

/// <summary>The page around everything. It is rendered once, on the server; all else is interactive and not prerendered.</summary>
public sealed partial class App
{
    /// <summary>Nothing is prerendered: components would initialise twice.</summary>
    private static readonly InteractiveServerRenderMode Interactive = new(prerender: false);

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private string Language => UiCookies.Language(Http.Request);

    private string Theme => UiCookies.Theme(Http.Request);
}
