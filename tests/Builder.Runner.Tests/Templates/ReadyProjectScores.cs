using System.Globalization;
using System.Text.Json;

namespace Builder.Runner.Tests.Templates;

/// <summary>
/// Every ready project, trained fully as a new user would, reaches the score that its README promises on rows, pictures or text that it
/// has never seen. Runs by itself, because each training uses all cores.
/// </summary>
[Collection(nameof(ReadyProjectScores))]
[CollectionDefinition(nameof(ReadyProjectScores), DisableParallelization = true)]
public sealed class ReadyProjectScores(TrainedProjects projects) : IClassFixture<TrainedProjects>
{
    [Fact]
    public void Iris_names_the_species() => AtLeast(0.93, Test("iris", "accuracy"));

    [Fact]
    public void Breast_cancer_finds_the_malignant_samples()
    {
        AtLeast(0.95, Test("breast-cancer", "accuracy"));
        AtLeast(0.99, Test("breast-cancer", "rocAuc"));
    }

    [Fact]
    public void Concrete_tells_the_strength_with_an_error_in_megapascals()
    {
        AtLeast(0.85, Test("concrete", "r2"));
        Assert.InRange(Test("concrete", "mae"), 0.5, 6);
        Assert.Contains("MPa", projects["concrete"].GetProperty("units").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_cnn_reads_digits() => AtLeast(0.95, Test("digits-cnn", "accuracy"));

    [Fact]
    public void Weather_lstm_is_better_than_the_forecast_that_nothing_changes()
    {
        var sameAsToday = projects["weather-lstm"].GetProperty("baseline").GetProperty("mae").GetDouble();

        Assert.InRange(sameAsToday, 2.2, 2.3);
        Assert.InRange(Test("weather-lstm", "mae"), 0.5, 0.95 * sameAsToday);
    }

    [Fact]
    public void Topics_lstm_names_the_topic_of_a_definition() => AtLeast(0.80, Test("topics-lstm", "accuracy"));

    [Fact]
    public void Novel_gpt_predicts_the_next_character_and_writes_on()
    {
        var finished = projects["novel-gpt"];
        var prompt = projects.File("prompt.txt");
        File.WriteAllText(prompt, "It is a truth universally");
        var written = RunnerProcess.Run("predict", finished.GetProperty("bundle").GetString()!, "--input", prompt, "--tokens", "200");

        Assert.InRange(Score(finished, "validation", "loss"), 0.5, 2.0);
        Assert.StartsWith("It is a truth universally", written.Output, StringComparison.Ordinal);
        AtLeast(150, written.Output.Count(char.IsAsciiLetterLower));
        AtLeast(20, written.Output.Count(c => c == ' '));
    }

    [Fact]
    public void Digits_gan_draws_digits_that_the_reading_network_recognises()
    {
        var (pictures, table) = (projects.File("drawn"), projects.File("read.csv"));
        var drawn = RunnerProcess.Run("predict", Bundle("digits-gan"), "--count", "1000", "--output", pictures);
        var read = RunnerProcess.Run("predict", Bundle("digits-cnn"), "--input", pictures, "--output", table);
        Assert.True(drawn.ExitCode + read.ExitCode == 0, drawn.Error + read.Error);
        var rows = File.ReadAllLines(table).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(1000, rows.Count);
        AtLeast(400, rows.Count(row => double.Parse(row[1], CultureInfo.InvariantCulture) > 0.9));
        Assert.All(Enumerable.Range(0, 10), digit => AtLeast(20, rows.Count(row => row[0] == digit.ToString(CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Sensor_autoencoder_notices_anomalies() => AtLeast(0.9, Test("sensor-autoencoder", "rocAuc"));

    private static void AtLeast(double expected, double actual) =>
        Assert.True(actual >= expected, string.Create(CultureInfo.InvariantCulture, $"{actual} is less than {expected}."));

    private double Test(string project, string score) => Score(projects[project], "test", score);

    private string Bundle(string project) => projects[project].GetProperty("bundle").GetString()!;

    private static double Score(JsonElement finished, string part, string score) => finished.GetProperty(part).GetProperty(score).GetDouble();
}
