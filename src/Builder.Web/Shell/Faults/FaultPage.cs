using System.Text.Encodings.Web;
using Builder.Graph;

namespace Builder.Web.Shell.Faults;

/// <summary>The page in place of one that could not be made at all. It is written by hand: nothing of the other pages can be relied on.</summary>
internal static class FaultPage
{
    /// <summary>Answers a person who goes to an address with the page, and a program with problem details.</summary>
    public static Task AnswerAsync(HttpContext http, int status, string code, Localized words, string? reference = null) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? WriteAsync(http, status, words, reference) : new ApiProblem(status, code, words, reference).ExecuteAsync(http);

    private static Task WriteAsync(HttpContext http, int status, Localized words, string? reference)
    {
        var language = UiCookies.Language(http.Request);
        string Say(string text) => HtmlEncoder.Default.Encode(text);
        var number = reference is null ? "" : $"""<p class="help"><code data-testid="reference">{reference}</code></p>""";
        return BarePage.WriteAsync(http, status, FaultTexts.Title, $"""
                <p>{Say(words.In(language))}</p>
                {number}
                <p><a class="button" href="/">{Say(FaultTexts.Home.In(language))}</a></p>
            """);
    }
}
