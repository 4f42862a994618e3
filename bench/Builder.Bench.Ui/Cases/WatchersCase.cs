using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Builder.Bench.Ui.Serving;
using Microsoft.Playwright;

namespace Builder.Bench.Ui.Cases;

/// <summary>
/// Training speed of the digits' network with 20 viewers of its live curves against none, in turns. The viewers subscribe as the
/// browser's curves do; what a browser makes of it costs its own computer, and is left out here.
/// </summary>
public static class WatchersCase
{
    private const int Watchers = 20;
    private const int Pairs = 5;

    // A run of some seconds has many more.
    private const int FewMessages = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The median of the paired ratios of speed, and what the viewers cost the server.</summary>
    public static async Task<IReadOnlyList<UiResult>> RunAsync()
    {
        await using var stage = await Stage.SetAsync();
        var page = await stage.Browser.OpenAsync(stage.Server);
        await page.GetByTestId("open-digits-cnn").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/projects/", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        var project = new Uri(page.Url).Segments[2].TrimEnd('/');
        await TrainAsync(stage, page, project, 0);
        var (ratios, costs) = (new List<double>(), new List<double>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Which of the two comes first changes, so that a computer that grows slower favours neither.
            int[] order = pair % 2 == 0 ? [0, Watchers] : [Watchers, 0];
            var runs = new Dictionary<int, (double Seconds, double ServerShare)>();
            foreach (var watchers in order)
            {
                runs[watchers] = await TrainAsync(stage, page, project, watchers);
            }

            ratios.Add(runs[0].Seconds / runs[Watchers].Seconds);
            costs.Add(runs[Watchers].ServerShare - runs[0].ServerShare);
        }

        ratios.Sort();
        costs.Sort();
        return
        [
            new(
                string.Create(CultureInfo.InvariantCulture, $"training speed, {Watchers} viewers of the live curves / none ({ratios[0]:0.000} – {ratios[^1]:0.000})"),
                ratios[Pairs / 2], "×", 0.97, AtLeast: true),
            new($"processor time of the server for {Watchers} viewers, of one core (median)", 100 * costs[Pairs / 2], "%", null),
        ];
    }

    /// <summary>Starts a run as a person does, closes the window, and says how many seconds the training took and what share of a core the server used.</summary>
    private static async Task<(double Seconds, double ServerShare)> TrainAsync(Stage stage, IPage page, string project, int watchers)
    {
        var runs = Path.Combine(stage.Server.Home, "projects", project, "runs");
        var known = Directory.Exists(runs) ? Directory.GetDirectories(runs).ToHashSet() : [];
        await page.GotoAsync(new Uri(stage.Server.Address, $"/projects/{project}/train").ToString());
        await page.Locator(".quick-settings").GetByTestId("train").ClickAsync();
        await page.Locator("[data-testid=curves][data-state=running]").WaitForAsync();
        var folder = Directory.GetDirectories(runs).First(f => !known.Contains(f));
        var cookies = string.Join("; ", (await page.Context.CookiesAsync()).Select(c => $"{c.Name}={c.Value}"));
        await page.GotoAsync("about:blank");
        using var stop = new CancellationTokenSource(Patience);
        var watching = Enumerable.Range(0, watchers).Select(_ => WatchAsync(stage, cookies, Path.GetFileName(folder), stop.Token)).ToList();
        using var server = Process.GetProcessById(stage.Server.ProcessId);
        var (watch, before) = (Stopwatch.StartNew(), server.TotalProcessorTime);
        var seconds = await FinishedAsync(Path.Combine(folder, "events.jsonl"), stop.Token);
        server.Refresh();
        var share = (server.TotalProcessorTime - before) / watch.Elapsed;
        await stop.CancelAsync();
        if ((await Task.WhenAll(watching)).Any(messages => messages < FewMessages))
        {
            throw new InvalidOperationException("A viewer was told next to nothing: this would measure no viewers at all.");
        }

        return (seconds, share);
    }

    /// <summary>Watches until the run is over; how many messages came.</summary>
    private static async Task<long> WatchAsync(Stage stage, string cookies, string run, CancellationToken ct)
    {
        using var viewer = new Viewer();
        await viewer.WatchAsync(stage.Server.Address, cookies, run, ct);
        return viewer.Messages;
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
