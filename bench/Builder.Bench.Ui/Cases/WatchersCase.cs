using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Builder.Bench.Ui.Serving;

namespace Builder.Bench.Ui.Cases;

/// <summary>
/// Training speed of the digits' network with 20 viewers of its live curves against none. Within one long run they come and go in turns of
/// some epochs, and neighbouring turns are compared: so whatever else a computer does meanwhile falls on both alike. The viewers subscribe
/// as the browser's curves do; what a browser makes of it costs its own computer, and is left out here.
/// </summary>
public static class WatchersCase
{
    private const int Watchers = 20;
    private const int Pairs = 10;

    // Viewers come and go in the first epoch of a turn, which does not count.
    private const int CountedEpochs = 2;
    private const int FirstEpochs = 2;
    private const int Epochs = FirstEpochs + (Pairs * 2 * (1 + CountedEpochs));
    private const int FewMessages = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The median of the paired ratios of speed, and what the viewers cost the server.</summary>
    public static async Task<IReadOnlyList<UiResult>> RunAsync()
    {
        await using var stage = await Stage.SetAsync();
        var (run, cookies) = await StartAsync(stage);
        using var patience = new CancellationTokenSource(Patience);
        var (ratios, costs, epoch) = (new List<double>(), new List<double>(), FirstEpochs);
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Which of the two comes first changes, so that a computer that grows slower favours neither.
            var turns = new Dictionary<int, Turn>();
            foreach (var watchers in pair % 2 == 0 ? [0, Watchers] : (int[])[Watchers, 0])
            {
                turns[watchers] = await TurnAsync(stage, run, cookies, watchers, epoch, patience.Token);
                epoch += 1 + CountedEpochs;
            }

            ratios.Add(turns[0].Seconds / turns[Watchers].Seconds);
            costs.Add(turns[Watchers].ServerShare - turns[0].ServerShare);
        }

        ratios.Sort();
        costs.Sort();
        return
        [
            new(
                string.Create(CultureInfo.InvariantCulture, $"training speed, {Watchers} viewers of the live curves / none ({ratios[0]:0.000} – {ratios[^1]:0.000})"),
                Median(ratios), "×", 0.97, AtLeast: true),
            new($"processor time of the server for {Watchers} viewers, of one core (median)", 100 * Median(costs), "%", null),
        ];
    }

    /// <summary>Starts a long run as a person does and closes the window; the run's folder, and the cookies with which others get in.</summary>
    private static async Task<(string Folder, string Cookies)> StartAsync(Stage stage)
    {
        var page = await stage.Browser.OpenAsync(stage.Server);
        await page.GetByTestId("open-digits-cnn").ClickAsync();
        var project = await Stage.ProjectOfAsync(page);
        await page.GotoAsync(new Uri(stage.Server.Address, $"/projects/{project}/train").ToString());
        var epochs = page.Locator("[data-setting=epochs]");
        await epochs.FillAsync(Epochs.ToString(CultureInfo.InvariantCulture));
        await epochs.PressAsync("Enter");
        await page.Locator(".quick-settings").GetByTestId("train").ClickAsync();
        await page.Locator("[data-testid=curves][data-state=running]").WaitForAsync();
        var cookies = string.Join("; ", (await page.Context.CookiesAsync()).Select(c => $"{c.Name}={c.Value}"));
        await page.Context.CloseAsync();
        return (Directory.GetDirectories(Path.Combine(stage.Server.Home, "projects", project, "runs")).Single(), cookies);
    }

    /// <summary>Some epochs with viewers, after the one that ends now and the one in which they come.</summary>
    private static async Task<Turn> TurnAsync(Stage stage, string run, string cookies, int watchers, int epoch, CancellationToken ct)
    {
        await EndOfAsync(run, epoch, ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = Enumerable.Range(0, watchers).Select(_ => WatchAsync(stage, cookies, Path.GetFileName(run), stop.Token)).ToList();
        var began = await EndOfAsync(run, epoch + 1, ct);
        using var server = Process.GetProcessById(stage.Server.ProcessId);
        var (watch, before) = (Stopwatch.StartNew(), server.TotalProcessorTime);
        var ended = await EndOfAsync(run, epoch + 1 + CountedEpochs, ct);
        server.Refresh();
        var share = (server.TotalProcessorTime - before) / watch.Elapsed;
        await stop.CancelAsync();
        return (await Task.WhenAll(watching)).Any(messages => messages < FewMessages)
            ? throw new InvalidOperationException("A viewer was told next to nothing: this would measure no viewers at all.")
            : new(ended - began, share);
    }

    /// <summary>Watches until it is cancelled; how many messages came.</summary>
    private static async Task<long> WatchAsync(Stage stage, string cookies, string run, CancellationToken ct)
    {
        using var viewer = new Viewer();
        await viewer.WatchAsync(stage.Server.Address, cookies, run, ct);
        return viewer.Messages;
    }

    /// <summary>Waits for the end of an epoch; at which second of the training it was.</summary>
    private static async Task<double> EndOfAsync(string run, int epoch, CancellationToken ct)
    {
        var (events, mark) = (Path.Combine(run, "events.jsonl"), $"{{\"event\":\"epoch\",\"epoch\":{epoch},");
        while (true)
        {
            var line = File.Exists(events) ? (await File.ReadAllLinesAsync(events, ct)).LastOrDefault(l => l.StartsWith(mark, StringComparison.Ordinal)) : null;
            if (line is not null)
            {
                using var json = JsonDocument.Parse(line);
                return json.RootElement.GetProperty("seconds").GetDouble();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    private static double Median(List<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    private sealed record Turn(double Seconds, double ServerShare);
}
