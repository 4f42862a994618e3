using Builder.Web.Shell;
using Builder.Web.Shell.Connection;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Builder.Web.Layout;

/// <summary>The page around everything. It is rendered once, on the server; all else is interactive and not prerendered.</summary>
public sealed partial class App
{
    /// <summary>Nothing is prerendered: components would initialise twice.</summary>
    private static readonly InteractiveServerRenderMode Interactive = new(prerender: false);

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private ServerIdentity Server { get; set; } = null!;

    [Inject]
    private IWebHostEnvironment Environment { get; set; } = null!;

    private string Language => UiCookies.Language(Http.Request);

    private string HtmlLanguage => Language == UiState.Chinese ? "zh-Hans" : "en";

    private string Theme => UiCookies.Theme(Http.Request);

    private string Nonce => PagePolicy.NonceOf(Http);

    /// <summary>The style sheets that come with the browser's modules: the fonts, the canvas, the formulas.</summary>
    private IEnumerable<string> BundledSheets => Environment.WebRootFileProvider.GetDirectoryContents("assets")
        .Where(file => !file.IsDirectory && file.Name.EndsWith(".css", StringComparison.Ordinal))
        .Select(file => $"assets/{file.Name}").Order(StringComparer.Ordinal);
}
