using Builder.Datasets.Numbers;

namespace Builder.Datasets.Tests.Numbers;

public sealed class MagnitudesTests
{
    [Theory]
    [InlineData("1.2M", '.', 1_200_000, null)]
    [InlineData("850K", '.', 850_000, null)]
    [InlineData("120k", '.', 120_000, null)]
    [InlineData("3.4bn", '.', 3_400_000_000, null)]
    [InlineData("3.4 Billion", '.', 3_400_000_000, null)]
    [InlineData("2.5 Mio.", '.', 2_500_000, null)]
    [InlineData("2,5 Mio. €", ',', 2_500_000, "€")]
    [InlineData("1,7 Mrd. EUR", ',', 1_700_000_000, "EUR")]
    [InlineData("$1.2M", '.', 1_200_000, "$")]
    [InlineData("-$4.35M", '.', -4_350_000, "$")]
    [InlineData("(1.1M)", '.', -1_100_000, null)]
    [InlineData("US$ 12.5 m", '.', 12_500_000, "US$")]
    [InlineData("850 k€", '.', 850_000, "€")]
    [InlineData("1.2万", '.', 12_000, null)]
    [InlineData("3亿", '.', 300_000_000, null)]
    [InlineData("5千", '.', 5_000, null)]
    [InlineData("1.2万元", '.', 12_000, "元")]
    [InlineData("0.35亿元", '.', 35_000_000, "元")]
    [InlineData("2.5万亿", '.', 2_500_000_000_000, null)]
    [InlineData("１.５萬", '.', 15_000, null)]
    [InlineData("1,250K", '.', 1_250_000, null)]
    [InlineData("2.3 crore", '.', 23_000_000, null)]
    [InlineData("12,4 млн", ',', 12_400_000, null)]
    public void A_magnitude_multiplies_the_number_before_it(string text, char mark, double value, string? currency)
    {
        Assert.True(Magnitudes.TryParse(text, mark, out var number, out _));
        Assert.Equal((value, currency), (number.Value, number.Unit));
    }

    [Theory]
    [InlineData("850")]
    [InlineData("12.5 kg")]
    [InlineData("M")]
    [InlineData("TP53")]
    [InlineData("3 T€")]
    [InlineData("$5M€")]
    [InlineData("12 %M")]
    [InlineData("1亿2000万")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_texts_are_none(string? text) => Assert.False(Magnitudes.TryParse(text, '.', out _, out _));

    [Theory]
    [InlineData("M K", true, true)]
    [InlineData("K B", true, true)]
    [InlineData("m bn", false, true)]
    [InlineData("万 亿", false, true)]
    [InlineData("万", false, true)]
    [InlineData("k", false, true)]
    [InlineData("M", true, true)]
    [InlineData("K", true, false)]
    [InlineData("m", true, false)]
    [InlineData("B", true, false)]
    [InlineData("M", false, false)]
    [InlineData("M T", false, false)]
    [InlineData("m k", true, false)]
    [InlineData("m K", true, false)]
    [InlineData("K M G B", true, false)]
    [InlineData("M L", true, false)]
    [InlineData("", true, false)]
    public void What_may_be_sizes_months_or_distances_is_left_alone(string texts, bool hasParts, bool expected) =>
        Assert.Equal(expected, Magnitudes.AreMeant(texts.Split(' ', StringSplitOptions.RemoveEmptyEntries), hasCurrency: false, hasParts));
}
