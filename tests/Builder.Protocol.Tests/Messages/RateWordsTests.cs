using Builder.Protocol.Messages;

namespace Builder.Protocol.Tests.Messages;

public sealed class RateWordsTests
{
    [Theory]
    [InlineData(0.01, "0.01")]
    [InlineData(0.003162277, "0.00316")]
    [InlineData(0.00010004, "0.0001")]
    [InlineData(0.0000316, "3.16e-5")]
    [InlineData(12.345, "12.3")]
    [InlineData(0, "0")]
    public void A_rate_is_told_with_three_digits(double rate, string told) => Assert.Equal(told, RateWords.Text(rate));

    [Fact]
    public void A_change_is_told_with_its_epoch_and_the_rates_of_all_optimizers()
    {
        var change = new RunEvent.RatesChanged(7, 3, 0.1, Of(0.01, 0.002), Of(0.001, 0.001));

        Assert.Equal("The learning rate was changed by hand in epoch 7, from 0.01 / 0.002 to 0.001.", RateWords.Changed(change).Words.En);
    }

    private static Dictionary<string, double?> Of(double one, double other) => new() { ["one"] = one, ["other"] = other };
}
