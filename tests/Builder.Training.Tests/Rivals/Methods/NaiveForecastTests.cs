using Builder.Graph.Metrics;
using Builder.Training.Rivals.Methods;

namespace Builder.Training.Tests.Rivals.Methods;

public sealed class NaiveForecastTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_season_is_found_and_what_was_then_is_said(int horizon)
    {
        var rows = Windows(horizon, i => i % 7 * 10);
        var season = NaiveForecast.Seasonal(new(TaskKind.Regression, 1, RivalInputs.Past, horizon), rows)!;

        Assert.Equal(7, season.Season);
        Assert.Equal(rows.Targets, season.Predict(rows, default));
        Assert.Equal([.. rows.Targets.Select((_, i) => (i + 13) % 7 * 10.0)], NaiveForecast.Latest(rows).Predict(rows, default));
    }

    [Fact]
    public void A_series_without_a_season_has_none() =>
        Assert.Null(NaiveForecast.Seasonal(new(TaskKind.Regression, 1, RivalInputs.Past, 1), Windows(1, i => i * i)));

    // Windows of 14 values; the last of them is the latest that is known.
    private static RivalRows Windows(int horizon, Func<int, float> value) => new(60, [.. Enumerable.Range(0, 60).Select(i => (double)value(i + 13 + horizon))])
    {
        Past = new([.. Enumerable.Range(0, 60).SelectMany(i => Enumerable.Range(i, 14).Select(value))], 14),
    };
}
