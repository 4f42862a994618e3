using Builder.Graph.Catalog;

namespace Builder.Training.Schedules;

/// <summary>A reduced rate for the first periods. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ConstantLR.html</summary>
public sealed class ConstantLR(BlockInstance options) : Schedule(options)
{
    private readonly double _factor = options.Real("factor");
    private readonly long _total = options.Int("total_iters");

    /// <inheritdoc/>
    public override double Rate(double baseRate, Progress progress) => Time(progress) < _total ? baseRate * _factor : baseRate;
}

/// <summary>Times gamma every step_size periods. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html</summary>
public sealed class StepLR(BlockInstance options) : Schedule(options)
{
    private readonly long _size = options.Int("step_size");
    private readonly double _gamma = options.Real("gamma");

    /// <inheritdoc/>
    public override double Rate(double baseRate, Progress progress) => baseRate * Math.Pow(_gamma, Time(progress) / _size);
}

/// <summary>Times gamma every period. https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html</summary>
public sealed class ExponentialLR(BlockInstance options) : Schedule(options)
{
    private readonly double _gamma = options.Real("gamma");

    /// <inheritdoc/>
    public override double Rate(double baseRate, Progress progress) => baseRate * Math.Pow(_gamma, Time(progress));
}

/// <summary>
/// Half a cosine down to eta_min (Loshchilov and Hutter 2016, https://arxiv.org/abs/1608.03983).
/// https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html
/// </summary>
public sealed class CosineAnnealingLR(BlockInstance options) : Schedule(options)
{
    private readonly long? _period = options.Has("T_max") ? options.Int("T_max") : null;
    private readonly double _floor = options.Real("eta_min");

    /// <inheritdoc/>
    public override double Rate(double baseRate, Progress progress)
    {
        var period = _period ?? Math.Max(1, PerStep ? progress.TotalSteps : progress.Epochs);
        return _floor + ((baseRate - _floor) * (1 + Math.Cos(Math.PI * Time(progress) / period)) / 2);
    }
}

/// <summary>A linear rise from start_factor to the full rate, then constant, or down to eta_min along half a cosine or a straight line.</summary>
public sealed class LinearWarmup(BlockInstance options) : Schedule(options)
{
    private readonly double _start = options.Real("start_factor");
    private readonly long _warmup = options.Int("total_iters");
    private readonly string _decay = options.Text("decay");
    private readonly double _floor = options.Real("eta_min");

    /// <inheritdoc/>
    public override double Rate(double baseRate, Progress progress)
    {
        var time = Time(progress);
        if (time < _warmup)
        {
            return baseRate * (_start + ((1 - _start) * time / _warmup));
        }

        var rest = Math.Max(1, (PerStep ? progress.TotalSteps : progress.Epochs) - _warmup);
        var part = Math.Min(1, (double)(time - _warmup) / rest);
        return _decay switch
        {
            "cosine" => _floor + ((baseRate - _floor) * (1 + Math.Cos(Math.PI * part)) / 2),
            "linear" => _floor + ((baseRate - _floor) * (1 - part)),
            _ => baseRate,
        };
    }
}

/// <summary>
/// One rise to max_lr (or the optimizer's own rate) and one fall far below the start, over the whole run (Smith and Topin 2017,
/// https://arxiv.org/abs/1708.07120). https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html
/// </summary>
public sealed class OneCycleLR(BlockInstance options) : Schedule(options)
{
    private readonly double? _max = options.Has("max_lr") ? options.Real("max_lr") : null;
    private readonly bool _straight = options.Text("anneal_strategy") == "linear";
    private readonly double _rise = options.Real("pct_start");
    private readonly double _divStart = options.Real("div_factor");
    private readonly double _divEnd = options.Real("final_div_factor");

    /// <inheritdoc/>
    public override double Rate(double baseRate, Progress progress)
    {
        var top = _max ?? baseRate;
        var start = top / _divStart;
        var peak = (_rise * progress.TotalSteps) - 1;
        var last = progress.TotalSteps - 1;
        var step = Math.Min(progress.Step, last);
        return step <= peak ? Between(start, top, step / peak) : Between(top, start / _divEnd, (step - peak) / Math.Max(1e-9, last - peak));
    }

    private double Between(double from, double to, double part) =>
        _straight ? from + ((to - from) * part) : to + ((from - to) / 2 * (1 + Math.Cos(Math.PI * part)));
}
