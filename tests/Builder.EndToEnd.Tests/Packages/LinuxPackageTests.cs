using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Builder.EndToEnd.Tests.Packages;

/// <summary>What people download works on a computer that has nothing: neither .NET nor Node nor any other program.</summary>
public sealed partial class LinuxPackageTests(LinuxPackage package)
{
    private const double Promised = 0.93;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task It_trains_a_ready_project_to_its_promised_score()
    {
        var program = Path.Combine(await package.WholeAsync(), "program");
        var start = package.Alone(
            Path.Combine(program, "builder-runner"), "train", Path.Combine(program, "templates", "iris"), "--out", Path.Combine(package.Home, "iris run"), "--json");
        using var limit = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var events = (await process.StandardOutput.ReadToEndAsync(limit.Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync(limit.Token);

        Assert.True(process.ExitCode == 0, await errors);
        var last = JsonDocument.Parse(events[^1]).RootElement;
        Assert.Equal("finished", last.GetProperty("event").GetString());
        Assert.InRange(last.GetProperty("test").GetProperty("accuracy").GetDouble(), Promised, 1);
    }

    [Fact]
    public async Task Its_starter_serves_the_first_page_to_whoever_has_the_address()
    {
        var whole = await package.WholeAsync();
        using var process = Process.Start(package.Alone(Path.Combine(whole, "builder.sh")))!;
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            var entrance = await EntranceAsync(process, limit.Token);
            using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
            using var stranger = await browser.GetAsync(new Uri(entrance.GetLeftPart(UriPartial.Authority)), limit.Token);
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);

            var page = await browser.GetStringAsync(entrance, limit.Token);

            Assert.Equal("127.0.0.1", entrance.Host);
            Assert.Contains("<meta name=\"builder-server\"", page, StringComparison.Ordinal);
            foreach (Match script in Script().Matches(page))
            {
                using var part = await browser.GetAsync(new Uri(entrance, script.Groups["address"].Value), limit.Token);
                Assert.Equal(HttpStatusCode.OK, part.StatusCode);
            }

            Assert.NotEmpty(Script().Matches(page));
            // Ready where a runner starts as well.
            Assert.Equal("Healthy", await browser.GetStringAsync(new Uri(entrance, "/health/ready"), limit.Token));
            Assert.True(File.Exists(Path.Combine(package.Home, ".local", "share", "builder", "builder.db")));

            await ASecondStartSaysSoAsync(whole, limit.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task It_holds_what_belongs_to_it_and_nothing_else()
    {
        var whole = await package.WholeAsync();
        var version = FileVersionInfo.GetVersionInfo(Path.Combine(whole, "program", "builder-web.dll")).ProductVersion!.Split('+')[0];

        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"builder-{version}-linux-x64"), Path.GetFileName(whole));
        Assert.Equal(
            ["LICENSE", "README.txt", "THIRD-PARTY-NOTICES.md", "builder.sh", "program"],
            Directory.EnumerateFileSystemEntries(whole).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(
            from file in Directory.EnumerateFiles(Path.Combine(whole, "program"), "*", SearchOption.AllDirectories)
            let name = Path.GetFileName(file)
            where name.EndsWith(".pdb", StringComparison.Ordinal) || name.EndsWith(".xml", StringComparison.Ordinal)
                || name.Contains("python", StringComparison.Ordinal) || file.Contains("/runs/", StringComparison.Ordinal)
            select file);
    }

    private async Task ASecondStartSaysSoAsync(string whole, CancellationToken ct)
    {
        using var second = Process.Start(package.Alone(Path.Combine(whole, "builder.sh")))!;
        var words = await second.StandardError.ReadToEndAsync(ct);
        await second.WaitForExitAsync(ct);

        Assert.Equal(2, second.ExitCode);
        Assert.Contains("Builder is already running", words, StringComparison.Ordinal);
    }

    private static async Task<Uri> EntranceAsync(Process server, CancellationToken ct)
    {
        while (await server.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (Address().Match(line) is { Success: true } found)
            {
                return new Uri(found.Value);
            }
        }

        Assert.Fail(await server.StandardError.ReadToEndAsync(ct));
        throw new InvalidOperationException();
    }

    [GeneratedRegex(@"http://\S+/\?token=\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"<(?:script|link)[^>]+(?:src|href)=""(?<address>[^"":]+\.(?:js|css))""")]
    private static partial Regex Script();
}
