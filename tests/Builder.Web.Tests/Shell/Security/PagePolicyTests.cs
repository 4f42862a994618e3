using System.Text.RegularExpressions;

namespace Builder.Web.Tests.Shell.Security;

public sealed partial class PagePolicyTests(ServerWithGate server) : IClassFixture<ServerWithGate>
{
    [Fact]
    public async Task No_script_may_be_written_into_a_page_and_no_site_may_frame_it()
    {
        var (policy, _) = await Get();

        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Matches(@"script-src 'self' 'nonce-[\w+/=]+';", policy);
        Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_script_of_the_page_is_a_file_or_carries_the_answer_s_own_word()
    {
        var (policy, page) = await Get();
        var nonce = Nonce().Match(policy).Groups[1].Value;

        Assert.NotEmpty(Scripts().Matches(page));
        Assert.All(Scripts().Matches(page), script => Assert.True(
            script.Value.Contains(" src=", StringComparison.Ordinal) || System.Net.WebUtility.HtmlDecode(script.Value).Contains($"nonce=\"{nonce}\"", StringComparison.Ordinal), script.Value));
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_word_is_new_for_every_answer()
    {
        var (first, _) = await Get();
        var (second, _) = await Get();

        Assert.NotEqual(Nonce().Match(first).Groups[1].Value, Nonce().Match(second).Groups[1].Value);
    }

    private async Task<(string Policy, string Page)> Get()
    {
        using var request = await server.RequestAsync(HttpMethod.Get, "/");
        using var answer = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        return (string.Join("; ", answer.Headers.GetValues("Content-Security-Policy")), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex(@"'nonce-([\w+/=]+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();
}
