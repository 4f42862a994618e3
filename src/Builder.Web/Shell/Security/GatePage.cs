using System.Text.Encodings.Web;
using Builder.Graph;
using Builder.Web.Shell.Faults;

namespace Builder.Web.Shell.Security;

/// <summary>The page for whoever is not let in. It is written by hand: without a ticket nothing else of the product is reachable.</summary>
public static class GatePage
{
    /// <summary>Answers with the page; programs get the words alone, as any refusal.</summary>
    /// <param name="http">The request.</param>
    /// <param name="used">True where an address was opened that holds no more.</param>
    public static async Task Write(HttpContext http, bool used)
    {
        var language = UiCookies.Language(http.Request);
        var text = used ? GateTexts.Used : GateTexts.Closed;
        if (http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            await BarePage.WriteAsync(http, StatusCodes.Status401Unauthorized, GateTexts.Title, Body(language, text), "gate");
            return;
        }

        await new ApiProblem(StatusCodes.Status401Unauthorized, "NotLetIn", text).ExecuteAsync(http);
    }

    private static string Body(string language, Localized text)
    {
        string Say(Localized words) => HtmlEncoder.Default.Encode(words.In(language));
        return $"""
            <p>{Say(text)}</p>
                  <ol>
                    <li>{Say(GateTexts.First)}</li>
                    <li>{Say(GateTexts.Second)} <code>http://127.0.0.1:…/?token=…</code></li>
                    <li>{Say(GateTexts.Third)}</li>
                  </ol>
            """;
    }
}
