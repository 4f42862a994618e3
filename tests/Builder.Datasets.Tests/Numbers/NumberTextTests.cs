using System.Globalization;
using Builder.Datasets.Numbers;

namespace Builder.Datasets.Tests.Numbers;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("21,522", 21522, null)]
    [InlineData("1,234,567.89", 1234567.89, null)]
    [InlineData("21.522,51", 21522.51, null)]
    [InlineData("1'234'567", 1234567, null)]
    [InlineData("1’234.5", 1234.5, null)]
    [InlineData("12 345,6", 12345.6, null)]
    [InlineData("12\u00A0345", 12345, null)]
    [InlineData("12\u202F345", 12345, null)]
    [InlineData("12\u2009345.678", 12345.678, null)]
    [InlineData("1,23,45,678.5", 12345678.5, null)]
    [InlineData("3,5", 3.5, null)]
    [InlineData("0,123", 0.123, null)]
    [InlineData("1234,567", 1234.567, null)]
    [InlineData("−5", -5, null)]
    [InlineData("–5.5", -5.5, null)]
    [InlineData("+7", 7, null)]
    [InlineData("5-", -5, null)]
    [InlineData("(1,250)", -1250, null)]
    [InlineData("$18,771", 18771, "$")]
    [InlineData("-$5.00", -5, "$")]
    [InlineData("$-5.00", -5, "$")]
    [InlineData("($5.00)", -5, "$")]
    [InlineData("$(5.00)", -5, "$")]
    [InlineData("US$ 1,000", 1000, "US$")]
    [InlineData("EUR 12,50", 12.5, "EUR")]
    [InlineData("12,50 €", 12.5, "€")]
    [InlineData("¥1234", 1234, "¥")]
    [InlineData("1234元", 1234, "元")]
    [InlineData("￥1，234", 1234, "¥")]
    [InlineData("-4.6 %", -4.6, "%")]
    [InlineData("20%", 20, "%")]
    [InlineData("２０％", 20, "%")]
    [InlineData("12.5 kg", 12.5, "kg")]
    [InlineData("36.6℃", 36.6, "°C")]
    [InlineData("80 m2", 80, "m²")]
    [InlineData("80m²", 80, "m²")]
    [InlineData("1.5e3", 1500, null)]
    [InlineData("1E-3", 0.001, null)]
    [InlineData(".5", .5, null)]
    [InlineData("5.", 5, null)]
    [InlineData("  7\t", 7, null)]
    [InlineData("١٢٣", 123, null)]
    public void Numbers_are_read_as_people_write_them(string text, double value, string? unit)
    {
        Assert.True(NumberText.TryParse(text, '.', out var number));
        Assert.Equal((value, unit), (number.Value, number.Unit));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData(",")]
    [InlineData("e5")]
    [InlineData("$")]
    [InlineData("%")]
    [InlineData("kg")]
    [InlineData("12.5*")]
    [InlineData("12a")]
    [InlineData("TP53")]
    [InlineData("B12")]
    [InlineData("1-2")]
    [InlineData("1/2")]
    [InlineData("5 6")]
    [InlineData("1,23,4")]
    [InlineData("1.2.3")]
    [InlineData("1,2,3")]
    [InlineData("12 34")]
    [InlineData("1'23")]
    [InlineData("--5")]
    [InlineData("-5-")]
    [InlineData("(5")]
    [InlineData("5)")]
    [InlineData("$5 €")]
    [InlineData("$$5")]
    [InlineData("inf")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("10:30")]
    [InlineData("2024-05-01")]
    [InlineData("5'11\"")]
    [InlineData("1.234.567,8,9")]
    public void What_is_no_number_is_none(string text) => Assert.False(NumberText.TryParse(text, '.', out _));

    [Theory]
    [InlineData("21,522", '.', 21522, true)]
    [InlineData("21,522", ',', 21.522, false)]
    [InlineData("21.522", '.', 21.522, false)]
    [InlineData("21.522", ',', 21522, true)]
    [InlineData("1,234,567", ',', 1234567, true)]
    [InlineData("12.5", ',', 12.5, false)]
    [InlineData("12,5", '.', 12.5, false)]
    public void Only_what_fits_both_ways_is_decided_by_the_mark(string text, char mark, double value, bool grouped)
    {
        Assert.True(NumberText.TryParse(text, mark, out var number));
        Assert.Equal((value, grouped), (number.Value, number.IsGrouped));
    }

    [Theory]
    [InlineData("21,522", DecimalEvidence.None)]
    [InlineData("21522", DecimalEvidence.None)]
    [InlineData("21.522,5", DecimalEvidence.Comma)]
    [InlineData("21,522.5", DecimalEvidence.Point)]
    [InlineData("1,234,567", DecimalEvidence.Point)]
    [InlineData("1.234.567", DecimalEvidence.Comma)]
    [InlineData("3.5", DecimalEvidence.Point)]
    [InlineData("3,5", DecimalEvidence.Comma)]
    public void Marks_tell_of_others(string text, DecimalEvidence evidence)
    {
        Assert.True(NumberText.TryParse(text, '.', out var number));
        Assert.Equal(evidence, number.Evidence);
    }

    [Fact]
    public void What_any_culture_writes_is_read_back()
    {
        var random = new Random(20261129);
        var cultures = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => (NumberFormatInfo)c.NumberFormat.Clone())
            .Append(Format(",", ".")).Append(Format(".", ",")).Append(Format(",", "\u00A0")).Append(Format(".", "’")).Append(Format(".", " ")).ToArray();
        foreach (var format in cultures.Where(f => f.NumberDecimalSeparator is "." or ",").DistinctBy(f => (f.NumberDecimalSeparator, f.NumberGroupSeparator, f.NegativeSign)))
        {
            for (var i = 0; i < 2000; i++)
            {
                var digits = random.Next(0, 5);
                var value = Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(1, 12)), digits);
                var text = value.ToString((random.Next(2) == 0 ? "N" : "F") + digits.ToString(CultureInfo.InvariantCulture), format);
                Assert.True(NumberText.TryParse(text, format.NumberDecimalSeparator[0], out var number), text);
                Assert.True(value == number.Value, $"{text} is read as {number.Value}");
            }
        }
    }

    [Fact]
    public void Nothing_makes_it_fail()
    {
        const string symbols = "0123456789.,' -+()eE%$€kgm \u00A0−’：½Ⅷ零\uFF11\uD83D";
        var random = new Random(5);
        for (var i = 0; i < 200_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 14)).Select(_ => symbols[random.Next(symbols.Length)]));
            Assert.True(!NumberText.TryParse(text, random.Next(2) == 0 ? '.' : ',', out var number) || double.IsFinite(number.Value), text);
        }
    }

    private static NumberFormatInfo Format(string point, string group) => new()
    {
        NumberDecimalSeparator = point, NumberGroupSeparator = group, NegativeSign = "-",
    };
}
