using Builder.Graph.Catalog;

namespace Builder.Training.Schedules;

/// <summary>
/// A linear rise from start_factor to the full rate, then constant, or down to eta_min along half a cosine or a straight line.
/// https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html, followed by another schedule as in
/// https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.SequentialLR.html
/// </summary>
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

        var part = Math.Min(1, (double)(time - _warmup) / Math.Max(1, Total(progress) - _warmup));
        return _decay switch
        {
            "cosine" => _floor + ((baseRate - _floor) * (1 + Math.Cos(Math.PI * part)) / 2),
            "linear" => baseRate + ((_floor - baseRate) * part),
            _ => baseRate,
        };
    }
}
