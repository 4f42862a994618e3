using System.Globalization;
using System.Text;
using Builder.Datasets.Numbers;
using FsCheck;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Numbers;

public class NumberParserTests
{
    [Fact]
    public void Every_double_written_shortest_is_read_back_to_the_bit() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>().Filter(double.IsFinite), value => IsRead(value.ToString("R", CultureInfo.InvariantCulture), value))
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(5000));

    [Fact]
    public void Doubles_of_any_bit_pattern_written_with_17_digits_are_read_back_to_the_bit()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
            {
                Assert.True(IsRead(value.ToString("E16", CultureInfo.InvariantCulture), value), value.ToString("R", CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void Random_digits_and_exponents_agree_with_the_platforms_parser()
    {
        var random = new Random(2);
        for (var i = 0; i < 50_000; i++)
        {
            var text = RandomNumber(random);
            Assert.True(IsRead(text, double.Parse(text, CultureInfo.InvariantCulture)), text);
        }
    }

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("-0", -0.0)]
    [InlineData("+7", 7.0)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5.0)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("9007199254740993.0000000000000000000001", 9007199254740994.0)]
    [InlineData("4.9406564584124654e-324", double.Epsilon)]
    [InlineData("2.2250738585072011e-308", 2.225073858507201E-308)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("0000000000000000000000000000012.5", 12.5)]
    [InlineData("1e-400", 0.0)]
    [InlineData("1e999", double.PositiveInfinity)]
    [InlineData("-1e999", double.NegativeInfinity)]
    [InlineData("1.8e308", double.PositiveInfinity)]
    public void Border_cases_are_rounded_to_the_nearest_double(string text, double expected) => Assert.True(IsRead(text, expected));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e5")]
    [InlineData("1.2.3")]
    [InlineData("12a")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1,5")]
    [InlineData("--1")]
    [InlineData("12345678x")]
    public void What_is_not_a_number_is_refused(string text) =>
        Assert.False(NumberParser.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out _));

    [Fact]
    public void A_decimal_comma_is_read_where_it_is_the_decimal_mark()
    {
        Assert.True(NumberParser.TryParse("-1234,5e1"u8, (byte)',', out var value));
        Assert.Equal(-12345, value);
        Assert.True(NumberParser.TryParse("0,12345678901234567890123"u8, (byte)',', out value));
        Assert.Equal(0.12345678901234567890123, value);
        Assert.False(NumberParser.TryParse("1.5"u8, (byte)',', out _));
    }

    [Fact]
    public void Short_numbers_are_read_by_the_quick_way_exactly_as_by_the_general_one()
    {
        var random = new Random(5);
        var taken = 0;
        var buffer = new byte[32];
        for (var i = 0; i < 200_000; i++)
        {
            random.NextBytes(buffer);
            var length = random.Next(0, 11);
            for (var at = 0; at < length; at++)
            {
                buffer[at] = (byte)"0123456789012345678901234567890123456789....-+,e x\0"[random.Next(51)];
            }

            var isRead = NumberParser.TryParse(buffer.AsSpan(0, length), (byte)'.', out var expected);
            if (NumberParser.TryParseShort(ref buffer[0], length, 0x2E2E2E2E2E2E2E2E, out var value))
            {
                taken++;
                Assert.True(isRead, Encoding.Latin1.GetString(buffer, 0, length));
                Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
            }
            else
            {
                Assert.True(!isRead || length > 8 || buffer[0] == '+' || buffer.AsSpan(0, length).Contains((byte)'e'));
            }
        }

        Assert.True(taken > 20_000);
    }

    private static string RandomNumber(Random random)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? "-" : "");
        var digits = random.Next(1, 24);
        var point = random.Next(-1, digits);
        for (var i = 0; i < digits; i++)
        {
            text.Append((char)('0' + random.Next(10)));
            text.Append(i == point ? "." : "");
        }

        return random.Next(2) == 0 ? text.ToString() : text.Append('e').Append(random.Next(-345, 310)).ToString();
    }

    private static bool IsRead(string text, double expected) =>
        NumberParser.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out var value)
        && BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(expected);
}
