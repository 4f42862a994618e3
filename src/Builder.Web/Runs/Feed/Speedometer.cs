namespace Builder.Web.Runs.Feed;

/// <summary>How many samples a second a run learns from, smoothed; scoring between epochs and pauses do not count.</summary>
internal sealed class Speedometer(TimeProvider clock)
{
    private const double WeightOfNew = 0.25;
    private long _since;
    private double _steps = -1;

    /// <summary>The speed; null before two moments are known.</summary>
    public double? SamplesPerSecond { get; private set; }

    /// <summary>Begins to measure anew, as after a pause.</summary>
    public void Restart() => _steps = -1;

    /// <summary>Some batches are done.</summary>
    /// <param name="steps">Batches done since the start.</param>
    /// <param name="samplesPerStep">Samples in a batch.</param>
    public void Passed(double steps, double samplesPerStep)
    {
        var now = clock.GetTimestamp();
        if (_steps >= 0 && steps > _steps && clock.GetElapsedTime(_since, now).TotalSeconds is > 0 and var seconds)
        {
            var speed = (steps - _steps) * samplesPerStep / seconds;
            SamplesPerSecond = SamplesPerSecond is { } before ? before + (WeightOfNew * (speed - before)) : speed;
        }

        (_since, _steps) = (now, steps);
    }
}
