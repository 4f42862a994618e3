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
        var period = _period ?? Math.Max(1, Total(progress));
        return _floor + ((baseRate - _floor) * (1 + Math.Cos(Math.PI * Time(progress) / period)) / 2);
    }
}
