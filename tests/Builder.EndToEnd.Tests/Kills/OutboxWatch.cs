using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Builder.Bench.Ui.Serving;
using Microsoft.Playwright;

namespace Builder.EndToEnd.Tests.Kills;

/// <summary>
/// Reads along what a page tells itself: it keeps every command in the window's storage until the server has confirmed it. What was kept
/// once and is kept no longer has been acknowledged.
/// </summary>
internal sealed partial class OutboxWatch
{
    // Remembers each command at the moment in which the page first keeps it, across reloads.
    private const string Remember = """
        (() => {
          const keep = Storage.prototype.setItem;
          Storage.prototype.setItem = function (key, value) {
            if (/^builder\.canvas\..*\.pending$/.test(key)) {
              const made = new Set(JSON.parse(window.localStorage.getItem('made') ?? '[]'));
              JSON.parse(value).forEach((command) => { made.add(command.commandId); keep.call(window.localStorage, 'what-' + command.commandId, JSON.stringify(command)); });
              keep.call(window.localStorage, 'made', JSON.stringify([...made]));
            }
            keep.call(this, key, value);
          };
        })();
        """;

    private const string Waiting = """
        Object.entries(window.sessionStorage).filter(([key]) => /^builder\.canvas\..*\.pending$/.test(key)).flatMap(([, value]) => JSON.parse(value)).map((command) => command.commandId)
        """;

    private readonly IPage _page;
    private readonly ConcurrentDictionary<string, bool> _refused = new();

    private OutboxWatch(IPage page)
    {
        _page = page;
        page.WebSocket += (_, line) => line.FrameReceived += (_, frame) => Hear(frame);
    }

    /// <summary>
    /// Commands that the server refused with a reason, such as an edit of a block that another command, still under way, had taken away.
    /// </summary>
    public IReadOnlyCollection<string> Refused => [.. _refused.Keys];

    /// <summary>Begins with the next page that the window loads.</summary>
    public static async Task<OutboxWatch> BeginAsync(IPage page)
    {
        await page.AddInitScriptAsync(Remember);
        return new(page);
    }

    /// <summary>All commands that the page has ever given, and those of them that nobody has confirmed yet.</summary>
    public async Task<(IReadOnlyCollection<string> Made, IReadOnlyCollection<string> Waiting)> ReadAsync()
    {
        var both = await _page.EvaluateAsync<string[][]>($"() => [JSON.parse(window.localStorage.getItem('made') ?? '[]'), {Waiting}]");
        return (both[0], both[1]);
    }

    /// <summary>What a command wanted, for people who look for the reason of a failure.</summary>
    public Task<string?> TellAsync(string command) => _page.EvaluateAsync<string?>("(id) => window.localStorage.getItem('what-' + id)", command);

    /// <summary>Waits until the page comes from the server as it runs now, shows its canvas and has nothing left to send.</summary>
    public async Task UntilBackAsync(RunningServer server)
    {
        using var http = new HttpClient();
        await _page.WaitForFunctionAsync(
            $$"""
            (server) => document.querySelector('meta[name=builder-server]')?.content === server
              && document.querySelectorAll('.react-flow__node').length > 0 && ({{Waiting}}).length === 0
            """,
            await http.GetStringAsync(new Uri(server.Address, "/api/health")),
            new() { Timeout = 60_000 });
    }

    private void Hear(IWebSocketFrame frame)
    {
        foreach (Match refusal in Refusal().Matches(Encoding.UTF8.GetString(frame.Binary ?? [])))
        {
            _refused[refusal.Groups[1].Value] = true;
        }
    }

    // A message to the canvas, as text within the messages of the page's connection: its quotation marks are written in several ways.
    [GeneratedRegex(@"reject\W+(?:u0022\W*)*commandId\W+(?:u0022\W*)*([0-9a-f]{8}-[0-9a-f-]{27})")]
    private static partial Regex Refusal();
}
