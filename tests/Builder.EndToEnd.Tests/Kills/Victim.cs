using System.Diagnostics;
using System.Globalization;
using Builder.Bench.Ui.Serving;
using Microsoft.Playwright;

namespace Builder.EndToEnd.Tests.Kills;

/// <summary>A server that is killed under an open page and started again on the same port and data, with all that must be true afterwards.</summary>
internal sealed class Victim(RunningServer server, IPage page, OutboxWatch watch, SavedWork work, Training training)
{
    private const int MostAnswers = 6;
    private const int LongestEditing = 100;
    private const int LongestReturn = 1_500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // No process may outlive its server. Usually none does for a second; a machine that is busy with other things needs longer to notice, and is no fault.
    private static readonly TimeSpan MayLive = TimeSpan.FromSeconds(20);

    private readonly string _address = page.Url;
    private readonly List<Task<TimeSpan>> _ending = [];
    private TimeSpan _longestLife;
    private int _made;
    private int _confirmed;
    private int _unconfirmed;
    private int _withRunner;

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>What happened, in one line.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kills} kills, {_withRunner} with a runner; {_made} edits, {_confirmed} of them confirmed and {_unconfirmed} not when the server was killed, {watch.Refused.Count} refused; no runner lived for more than {_longestLife.TotalSeconds:0.0} s without its server.");

    /// <summary>True where enough has happened for the checks to mean something.</summary>
    public bool IsTelling(int rounds, int trainings) => _confirmed >= rounds && _unconfirmed >= rounds && _withRunner >= trainings / 2 && watch.Refused.Count < _made / 4;

    /// <summary>
    /// Edits without a pause; some time after the first few edits are confirmed the server is killed, at a moment that nobody knows, and a
    /// little is edited even then.
    /// </summary>
    public async Task KillWhileEditingAsync(Random random, bool helpRunners)
    {
        var hand = new EditingHand(page, random);
        await hand.TakeHoldAsync();
        await EditUntilConfirmedAsync(hand, _made + random.Next(1, MostAnswers));
        var kill = KillAsync(random.Next(LongestEditing));
        while (!kill.IsCompleted)
        {
            await hand.EditAsync();
        }

        await hand.MuteAsync();
        var (made, waiting) = await watch.ReadAsync();
        (_confirmed, _unconfirmed) = (_confirmed + made.Count - _made - waiting.Count, _unconfirmed + waiting.Count);
        _made = made.Count;
        if (!helpRunners)
        {
            await Task.WhenAll(_ending);
        }

        await StartAgainAsync(await kill);
        await CheckEditsAsync(made.Except(waiting));
    }

    /// <summary>Kills it again while the page loads, connects, or sends again what is unconfirmed.</summary>
    public async Task KillOnReturnAsync(Random random)
    {
        await StartAgainAsync(await KillAsync(random.Next(LongestReturn)));
        try
        {
            await page.GotoAsync(_address);
        }
        catch (PlaywrightException busy) when (busy.Message.Contains("interrupted", StringComparison.Ordinal) || busy.Message.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            // The page has just begun to load itself.
        }
    }

    /// <summary>The page comes back, sends what is unconfirmed, and all that was ever made is kept.</summary>
    public async Task CheckReturnAsync()
    {
        await watch.UntilBackAsync(server);
        await CheckEditsAsync((await watch.ReadAsync()).Made);
        _longestLife = (await Task.WhenAll(_ending)).Append(_longestLife).Max();
        Assert.InRange(_longestLife, TimeSpan.Zero, MayLive);
        _ending.Clear();
    }

    private async Task EditUntilConfirmedAsync(EditingHand hand, int edits)
    {
        var clock = Stopwatch.StartNew();
        for (var confirmed = 0; confirmed < edits;)
        {
            await hand.EditAsync();
            var (made, waiting) = await watch.ReadAsync();
            confirmed = made.Count - waiting.Count;
            Assert.True(clock.Elapsed < Patience, $"Only {confirmed} of {edits} edits were confirmed.");
        }
    }

    private Task<Moment> KillAsync(int milliseconds) => Task.Run(async () =>
    {
        await Task.Delay(milliseconds);
        var moment = training.Now();
        await server.KillAsync();
        _ending.Add(RunnersOfServer.UntilEndedAsync(moment.Runners, Stopwatch.StartNew()));
        return moment;
    });

    private async Task StartAgainAsync(Moment before)
    {
        Kills++;
        _withRunner += before.Runners.Count > 0 ? 1 : 0;
        await server.RestartAsync();
        Assert.Equal("ok", work.Integrity());
        training.CheckRuns(before);
    }

    private async Task CheckEditsAsync(IEnumerable<string> expected)
    {
        var missing = await Task.WhenAll(expected.Except(work.Commands()).Except(watch.Refused).Select(watch.TellAsync));
        Assert.True(missing.Length == 0, string.Join('\n', missing));
        var revisions = work.Revisions();
        Assert.Equal(Enumerable.Range(1, revisions.Count).Select(n => (long)n), revisions);
    }
}
