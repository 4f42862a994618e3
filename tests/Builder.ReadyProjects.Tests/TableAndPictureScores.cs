using System.Globalization;
using Builder.Runner.Tests;
using static Builder.ReadyProjects.Tests.TrainedProjects;

namespace Builder.ReadyProjects.Tests;

/// <summary>
/// Every ready project of tables, series and pictures, trained fully as a new user would, reaches the score that its README promises on
/// rows and pictures that it has never seen.
/// </summary>
public sealed class TableAndPictureScores(TrainedProjects projects) : IClassFixture<TrainedProjects>
{
    [Fact]
    public void Iris_names_the_species() => AtLeast(0.93, projects.Test("iris", "accuracy"));

    [Fact]
    public void Breast_cancer_finds_the_malignant_samples()
    {
        AtLeast(0.95, projects.Test("breast-cancer", "accuracy"));
        AtLeast(0.99, projects.Test("breast-cancer", "rocAuc"));
    }

    [Fact]
    public void Concrete_tells_the_strength_with_an_error_in_megapascals()
    {
        AtLeast(0.85, projects.Test("concrete", "r2"));
        Assert.InRange(projects.Test("concrete", "mae"), 0.5, 6);
        Assert.Contains("MPa", projects["concrete"].GetProperty("units").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_cnn_reads_digits() => AtLeast(0.95, projects.Test("digits-cnn", "accuracy"));

    [Fact]
    public void Weather_lstm_is_better_than_the_forecast_that_nothing_changes()
    {
        var sameAsToday = projects["weather-lstm"].GetProperty("baseline").GetProperty("mae").GetDouble();

        Assert.InRange(sameAsToday, 2.2, 2.3);
        Assert.InRange(projects.Test("weather-lstm", "mae"), 0.5, 0.95 * sameAsToday);
    }

    [Fact]
    public void Digits_gan_draws_digits_that_the_reading_network_recognises()
    {
        var (pictures, table) = (projects.File("drawn"), projects.File("read.csv"));
        var drawn = RunnerProcess.Run("predict", projects.Bundle("digits-gan"), "--count", "1000", "--output", pictures);
        var read = RunnerProcess.Run("predict", projects.Bundle("digits-cnn"), "--input", pictures, "--output", table);
        Assert.True(drawn.ExitCode + read.ExitCode == 0, drawn.Error + read.Error);
        var rows = File.ReadAllLines(table).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(1000, rows.Count);
        AtLeast(400, rows.Count(row => double.Parse(row[1], CultureInfo.InvariantCulture) > 0.9));
        Assert.All(Enumerable.Range(0, 10), digit => AtLeast(20, rows.Count(row => row[0] == digit.ToString(CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Sensor_autoencoder_notices_anomalies() => AtLeast(0.9, projects.Test("sensor-autoencoder", "rocAuc"));
}
