using Builder.Bench.Command;

namespace Builder.Bench.Measuring;

/// <summary>
/// Two sides do the same work in turns. The ratio is taken within each round, where both met the same machine, and the median of the
/// rounds counts: what else runs on the machine hits both, and a round that it hit on one side only does not move the median.
/// </summary>
/// <param name="ours">Does our work a number of times and says what it took.</param>
/// <param name="peer">The same for the peer.</param>
/// <param name="restart">Puts both sides back to where they started; before every round, not measured.</param>
public sealed class Duel(Func<long, Spent> ours, Func<long, Spent> peer, Action? restart = null)
{
    private const int Rounds = 21;
    private const int FewestRounds = 7;
    private readonly List<(Spent Ours, Spent Peer)> _rounds = [];
    private long _each;

    /// <summary>Warms both sides up for a while and then measures for about the seconds that are asked for.</summary>
    /// <param name="result">What is known of the result already.</param>
    /// <param name="settings">How long.</param>
    /// <param name="perSecond">True where speeds are times a second, false where they are seconds a time.</param>
    public BenchResult Run(BenchResult result, BenchSettings settings, bool perSecond)
    {
        var seconds = WarmUp(settings.Seconds / 4);
        var rounds = (int)Math.Clamp(settings.Seconds / seconds, FewestRounds, Rounds);
        _each = Math.Max(1, (long)(settings.Seconds / rounds / seconds));
        for (var round = 0; round < rounds; round++)
        {
            Round(round % 2 == 0);
        }

        var ratios = _rounds.Select(r => r.Peer.Seconds / r.Ours.Seconds).Order().ToArray();
        double Speed(Func<(Spent Ours, Spent Peer), Spent> side) =>
            Median([.. _rounds.Select(r => side(r).Seconds / _each).Select(each => perSecond ? 1 / each : each).Order()]);
        return result with
        {
            Ratio = Median(ratios),
            RatioFrom = ratios[ratios.Length / 4],
            RatioTo = ratios[ratios.Length * 3 / 4],
            ProcessorRatio = Median([.. _rounds.Select(r => r.Peer.Processor / r.Ours.Processor).Order()]),
            Ours = Speed(r => r.Ours),
            Peer = Speed(r => r.Peer),
            Rounds = rounds,
            Count = _each,
        };
    }

    /// <summary>Both sides do the same number of times, more and more, until the time is over. Returns the seconds of one time on both sides together.</summary>
    private double WarmUp(double budget)
    {
        var (spent, last) = (0.0, 0.0);
        for (long count = 1; spent < budget; count *= 2)
        {
            var seconds = ours(count).Seconds + peer(count).Seconds;
            spent += seconds;
            last = seconds / count;
        }

        return last;
    }

    private void Round(bool oursFirst)
    {
        restart?.Invoke();
        var (first, second) = oursFirst ? (ours, peer) : (peer, ours);
        var (one, two) = (first(_each), second(_each));
        _rounds.Add(oursFirst ? (one, two) : (two, one));
    }

    private static double Median(double[] ordered) => (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
}
