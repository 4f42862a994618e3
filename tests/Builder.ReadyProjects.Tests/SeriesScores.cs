using static Builder.ReadyProjects.Tests.TrainedProjects;

namespace Builder.ReadyProjects.Tests;

/// <summary>The ready projects of series reach what their READMEs promise on times that they have never seen.</summary>
public sealed class SeriesScores(TrainedProjects projects)
{
    [Fact]
    [Trait("project", "weather-lstm")]
    public void Weather_lstm_is_better_than_the_forecast_that_nothing_changes()
    {
        var sameAsToday = projects["weather-lstm"].GetProperty("baseline").GetProperty("mae").GetDouble();

        Assert.InRange(sameAsToday, 2.2, 2.3);
        Assert.InRange(projects.Test("weather-lstm", "mae"), 0.5, 0.95 * sameAsToday);
    }

    [Fact]
    [Trait("project", "sensor-autoencoder")]
    public void Sensor_autoencoder_notices_anomalies() => AtLeast(0.9, projects.Test("sensor-autoencoder", "rocAuc"));
}
