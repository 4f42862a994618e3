using System.Globalization;
using Builder.Runner.Tests;
using static Builder.ReadyProjects.Tests.TrainedProjects;

namespace Builder.ReadyProjects.Tests;

/// <summary>The ready projects of pictures reach what their READMEs promise: one reads digits, and recognises those that the other draws.</summary>
public sealed class PictureScores(TrainedProjects projects)
{
    [Fact]
    [Trait("project", "digits-cnn")]
    public void Digits_cnn_reads_digits() => AtLeast(Expected(whole: 0.95, shortened: 0.92), projects.Test("digits-cnn", "accuracy"));

    [Fact]
    [Trait("project", "digits-gan")]
    public void Digits_gan_draws_digits_that_the_reading_network_recognises()
    {
        var (pictures, table) = (projects.File("drawn"), projects.File("read.csv"));
        var drawn = RunnerProcess.Run("predict", projects.Bundle("digits-gan"), "--count", "1000", "--output", pictures);
        var read = RunnerProcess.Run("predict", projects.Bundle("digits-cnn"), "--input", pictures, "--output", table);
        Assert.True(drawn.ExitCode + read.ExitCode == 0, drawn.Error + read.Error);
        var rows = File.ReadAllLines(table).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(1000, rows.Count);
        AtLeast(Expected(whole: 400, shortened: 150), rows.Count(row => double.Parse(row[1], CultureInfo.InvariantCulture) > 0.9));
        Assert.All(Enumerable.Range(0, 10), digit => AtLeast(20, rows.Count(row => row[0] == digit.ToString(CultureInfo.InvariantCulture))));
    }
}
