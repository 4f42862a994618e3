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
    private readonly double _smallestChange = options.Real("eps");
    private double _scale = 1;
    private double? _best;
    private double _bad;
    private double _cooling;

    /// <inheritdoc/>
    public override string? Monitor { get; } = options.Text("monitor");

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, double> Memory
    {
        get
        {
            var memory = new Dictionary<string, double> { ["scale"] = _scale, ["bad"] = _bad, ["cooling"] = _cooling };
            if (_best is { } best)
            {
                memory["best"] = best;
            }

            return memory;
        }

        set
        {
            (_scale, _bad, _cooling) = (value["scale"], value["bad"], value["cooling"]);
            _best = value.TryGetValue("best", out var best) ? best : null;
        }
    }

    /// <inheritdoc/>
    public override double Rate(double baseRate, Progress progress) => Math.Max(_floor, baseRate * _scale);

    /// <inheritdoc/>
    public override void Observe(double value, double baseRate)
    {
        if (IsBetter(value))
        {
            (_best, _bad) = (value, 0);
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
            (_cooling, _bad) = (_cooldown, 0);
            Lower(baseRate);
        }
    }

    private bool IsBetter(double value)
    {
        if (_best is not { } best)
        {
            return double.IsFinite(value);
        }

        var step = (_relative ? best * _threshold : _threshold) * (_larger ? 1 : -1);
        return _larger ? value > best + step : value < best + step;
    }

    private void Lower(double baseRate)
    {
        var change = Math.Max(_floor, baseRate * _scale) - Math.Max(_floor, baseRate * _scale * _factor);
        if (change > _smallestChange)
        {
            _scale *= _factor;
        }
    }
}
