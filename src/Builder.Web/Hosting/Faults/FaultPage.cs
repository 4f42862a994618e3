using Builder.Web.Shell;
using System.Text.Encodings.Web;

namespace Builder.Web.Hosting.Faults;

/// <summary>The page in place of one that could not be made at all. It is written by hand: nothing of the other pages can be relied on.</summary>
internal static class FaultPage
{
    /// <summary>Answers with the page.</summary>
    public static Task WriteAsync(HttpContext http, KnownFault fault, string? reference)
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
