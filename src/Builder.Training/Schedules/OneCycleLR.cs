using Builder.Graph.Catalog;

namespace Builder.Training.Schedules;

/// <summary>
/// One rise to max_lr and one fall far below the start over the whole run, while the momentum moves the other way (Smith and Topin 2017,
/// https://arxiv.org/abs/1708.07120). https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html
/// </summary>
public sealed class OneCycleLR : Schedule
{
    private readonly double? _peak;
    private readonly double _rise;
    private readonly double _divStart;
    private readonly double _divEnd;
    private readonly double _lowMomentum;
    private readonly double _highMomentum;
    private readonly bool _threePhase;
    private readonly bool _straight;

    /// <summary>Reads the block; without a max_lr the optimizer's own rate is the peak.</summary>
    public OneCycleLR(BlockInstance options)
        : base(options)
    {
        _peak = options.Has("max_lr") ? options.Real("max_lr") : null;
        (_rise, _divStart, _divEnd) = (options.Real("pct_start"), options.Real("div_factor"), options.Real("final_div_factor"));
        (_lowMomentum, _highMomentum) = (options.Real("base_momentum"), options.Real("max_momentum"));
        (_threePhase, _straight) = (options.Flag("three_phase"), options.Text("anneal_strategy") == "linear");
        ChangesMomentum = options.Flag("cycle_momentum");
    }

    /// <inheritdoc/>
    public override bool ChangesMomentum { get; }

    /// <inheritdoc/>
    public override double Rate(double baseRate, Progress progress)
    {
        var peak = _peak ?? baseRate;
        var start = peak / _divStart;
        var end = start / _divEnd;
        return Along(progress, _threePhase ? [start, peak, start, end] : [start, peak, end]);
    }

    /// <inheritdoc/>
    public override double Momentum(Progress progress) => Along(
        progress, _threePhase ? [_highMomentum, _lowMomentum, _highMomentum, _highMomentum] : [_highMomentum, _lowMomentum, _highMomentum]);

    /// <summary>The value between two corners; corner i is reached at the end of phase i.</summary>
    private double Along(Progress progress, double[] corners)
    {
        var last = Total(progress) - 1;
        var top = (_rise * Total(progress)) - 1;
        double[] ends = _threePhase ? [0, top, (2 * top), last] : [0, top, last];
        var time = Math.Min(Time(progress), last);
        var phase = 1;
        while (phase < ends.Length - 1 && time > ends[phase])
        {
            phase++;
        }

        var length = ends[phase] - ends[phase - 1];
        return Between(corners[phase - 1], corners[phase], length > 0 ? (time - ends[phase - 1]) / length : 1);
    }

    private double Between(double from, double to, double part) =>
        _straight ? from + ((to - from) * part) : to + ((from - to) / 2 * (1 + Math.Cos(Math.PI * part)));
}
