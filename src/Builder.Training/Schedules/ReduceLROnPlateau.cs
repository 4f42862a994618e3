using Builder.Graph.Catalog;

namespace Builder.Training.Schedules;

/// <summary>
/// Lowers the rate when the watched value has not improved for a while.
/// https://pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html
/// </summary>
public sealed class ReduceLROnPlateau(BlockInstance options) : Schedule(options)
{
    private readonly double _factor = options.Real("factor");
    private readonly long _patience = options.Int("patience");
    private readonly double _threshold = options.Real("threshold");
    private readonly bool _relative = options.Text("threshold_mode") == "rel";
    private readonly bool _larger = options.Text("mode") == "max";
    private readonly long _cooldown = options.Int("cooldown");
    private readonly double _floor = options.Real("min_lr");
    private double _scale = 1;
    private double _best = double.PositiveInfinity;
    private double _bad;
    private double _cooling;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, double> Memory
    {
        get => new Dictionary<string, double>
        {
            ["scale"] = _scale, ["best"] = double.IsInfinity(_best) ? double.MaxValue : _best, ["bad"] = _bad, ["cooling"] = _cooling,
        };
        set => (_scale, _best, _bad, _cooling) = (value["scale"], value["best"], value["bad"], value["cooling"]);
    }

    /// <inheritdoc/>
    public override double Rate(double baseRate, Progress progress) => Math.Max(_floor, baseRate * _scale);

    /// <inheritdoc/>
    public override void Observe(double value)
    {
        // Where larger is better, the negative value is watched, which is to become small as all others are.
        var watched = _larger ? -value : value;
        if (watched < Bar)
        {
            (_best, _bad) = (watched, 0);
        }
        else
        {
            _bad++;
        }

        if (_cooling > 0)
        {
            (_cooling, _bad) = (_cooling - 1, 0);
        }

        if (_bad > _patience)
        {
            (_scale, _cooling, _bad) = (_scale * _factor, _cooldown, 0);
        }
    }

    private double Bar => !_relative ? _best - _threshold : _best * (_larger ? 1 + _threshold : 1 - _threshold);
}
