using Builder.Web.Shell;
using System.Text.Encodings.Web;

namespace Builder.Web.Hosting.Faults;

/// <summary>The page in place of one that could not be made at all. It is written by hand: nothing of the other pages can be relied on.</summary>
internal static class FaultPage
{
    /// <summary>Answers a person who goes to an address with the page, and a program with problem details.</summary>
    public static Task AnswerAsync(HttpContext http, KnownFault fault, string? reference) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? WriteAsync(http, fault, reference) : new ApiProblem(fault.Status, fault.Code, fault.Words, reference).ExecuteAsync(http);

    private static Task WriteAsync(HttpContext http, KnownFault fault, string? reference)
    {
        var language = UiCookies.Language(http.Request);
        string Say(string words) => HtmlEncoder.Default.Encode(words);
        var number = reference is null ? "" : $"""<p class="help"><code data-testid="reference">{reference}</code></p>""";
        return BarePage.WriteAsync(http, fault.Status, FaultTexts.Title, $"""
                <p>{Say(fault.Words.In(language))}</p>
                {number}
                <p><a class="button" href="/">{Say(FaultTexts.Home.In(language))}</a></p>
            """);
    }
}
