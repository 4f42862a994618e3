using System.Text.Encodings.Web;
using Builder.Graph;

namespace Builder.Web.Shell.Faults;

/// <summary>The frame of the pages that are written by hand, for those who are not let in and for when the others cannot be made.</summary>
internal static class BarePage
{
    /// <summary>Answers with a page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="title">Its title.</param>
    /// <param name="body">What stands under the title, as HTML.</param>
    /// <param name="testId">What tests find it by.</param>
    public static Task WriteAsync(HttpContext http, int status, Localized title, string body, string testId = "fault")
    {
        var language = UiCookies.Language(http.Request);
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/html; charset=utf-8";
        var heading = HtmlEncoder.Default.Encode(title.In(language));
        return http.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{(language == UiState.Chinese ? "zh-Hans" : "en")}" data-theme="{UiCookies.Theme(http.Request)}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{heading} · Builder</title>
              <link rel="icon" href="/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/css/tokens.css">
              <link rel="stylesheet" href="/css/base.css">
              <link rel="stylesheet" href="/assets/shell.css">
            </head>
            <body>
              <main class="gate">
                <div class="gate-card" data-testid="{testId}">
                  <img src="/icon.svg" width="48" height="48" alt="">
                  <h1>{heading}</h1>
                  {body}
                </div>
              </main>
            </body>
            </html>
            """, http.RequestAborted);
    }
}
