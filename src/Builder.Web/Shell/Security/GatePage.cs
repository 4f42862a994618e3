using System.Text.Encodings.Web;
using Builder.Graph;

namespace Builder.Web.Shell.Security;

/// <summary>The page for whoever is not let in. It is written by hand: without a ticket nothing else of the product is reachable.</summary>
public static class GatePage
{
    /// <summary>Answers with the page; programs get the words alone.</summary>
    /// <param name="http">The request.</param>
    /// <param name="used">True where an address was opened that holds no more.</param>
    public static async Task Write(HttpContext http, bool used)
    {
        var language = UiCookies.Language(http.Request);
        var text = used ? GateTexts.Used : GateTexts.Closed;
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.CacheControl = "no-store";
        var wantsPage = http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        http.Response.ContentType = wantsPage ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
        await http.Response.WriteAsync(wantsPage ? Page(language, UiCookies.Theme(http.Request), text) : text.In(language), http.RequestAborted);
    }

    private static string Page(string language, string theme, Localized text)
    {
        string Say(Localized words) => HtmlEncoder.Default.Encode(words.In(language));
        return $"""
            <!DOCTYPE html>
            <html lang="{(language == UiState.Chinese ? "zh-Hans" : "en")}" data-theme="{theme}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Say(GateTexts.Title)} · Builder</title>
              <link rel="icon" href="/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/css/tokens.css">
              <link rel="stylesheet" href="/css/base.css">
              <link rel="stylesheet" href="/assets/shell.css">
            </head>
            <body>
              <main class="gate">
                <div class="gate-card" data-testid="gate">
                  <img src="/icon.svg" width="48" height="48" alt="">
                  <h1>{Say(GateTexts.Title)}</h1>
                  <p>{Say(text)}</p>
                  <ol>
                    <li>{Say(GateTexts.First)}</li>
                    <li>{Say(GateTexts.Second)} <code>http://127.0.0.1:…/?token=…</code></li>
                    <li>{Say(GateTexts.Third)}</li>
                  </ol>
                </div>
              </main>
            </body>
            </html>
            """;
    }
}
