using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>
/// Training speed of the digits' network with 20 viewers of its live curves against none, in turns. The viewers are clients of the hub that
/// the browser's curves use; what a browser draws costs its own computer, and is left out here.
/// </summary>
public static class WatchersCase
{
    private const int Watchers = 20;
    private const int Pairs = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The median of the paired ratios of speed.</summary>
    public static async Task<UiResult> RunAsync()
    {
        await using var stage = await Stage.SetAsync();
        var page = await stage.Browser.OpenAsync(stage.Server);
        await page.GetByTestId("open-digits-cnn").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/projects/", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        var project = new Uri(page.Url).Segments[2].TrimEnd('/');
        await TrainAsync(stage, page, project, 0);
        var ratios = new List<double>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Which of the two comes first changes, so that a computer that grows slower favours neither.
            int[] order = pair % 2 == 0 ? [0, Watchers] : [Watchers, 0];
            var seconds = new Dictionary<int, double>();
            foreach (var watchers in order)
            {
                seconds[watchers] = await TrainAsync(stage, page, project, watchers);
            }

            ratios.Add(seconds[0] / seconds[Watchers]);
        }

        ratios.Sort();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"training speed, {Watchers} viewers of the live curves / none ({ratios[0]:0.000} – {ratios[^1]:0.000})"),
            ratios[Pairs / 2], "×", 0.97, AtLeast: true);
    }

    /// <summary>Starts a run as a person does, closes the window, and says how many seconds the training took.</summary>
    private static async Task<double> TrainAsync(Stage stage, IPage page, string project, int watchers)
    {
        var runs = Path.Combine(stage.Server.Home, "projects", project, "runs");
        var known = Directory.Exists(runs) ? Directory.GetDirectories(runs).ToHashSet() : [];
        await page.GotoAsync(new Uri(stage.Server.Address, $"/projects/{project}/train").ToString());
        await page.Locator(".quick-settings").GetByTestId("train").ClickAsync();
        await page.Locator("[data-testid=curves][data-state=running]").WaitForAsync();
        var folder = Directory.GetDirectories(runs).First(f => !known.Contains(f));
        var cookies = await page.Context.CookiesAsync();
        await page.GotoAsync("about:blank");
        using var stop = new CancellationTokenSource(Patience);
        var watching = Enumerable.Range(0, watchers).Select(_ => WatchAsync(stage, cookies, Path.GetFileName(folder), stop.Token)).ToList();
        var seconds = await FinishedAsync(Path.Combine(folder, "events.jsonl"), stop.Token);
        await stop.CancelAsync();
        await Task.WhenAll(watching);
        return seconds;
    }

    private static async Task WatchAsync(Stage stage, IReadOnlyList<BrowserContextCookiesResult> cookies, string run, CancellationToken ct)
    {
        await using var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(stage.Server.Address, "/hubs/runs"), options => options.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Name}={c.Value}"))))
            .Build();
        try
        {
            await hub.StartAsync(ct);
            await foreach (var update in hub.StreamAsync<JsonElement>("SubscribeRun", run, ct))
            {
                _ = update.ValueKind;
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private static async Task<double> FinishedAsync(string events, CancellationToken ct)
    {
        while (true)
        {
            var last = File.Exists(events) ? (await File.ReadAllLinesAsync(events, ct)).LastOrDefault(l => l.Contains("\"finished\"", StringComparison.Ordinal)) : null;
            if (last is not null)
            {
                using var json = JsonDocument.Parse(last);
                return json.RootElement.GetProperty("seconds").GetDouble();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
        }
    }
}
