using System.Globalization;
using System.Text;

namespace Builder.Bench.Reading;

/// <summary>A large table of random values, the same at every run.</summary>
/// <param name="Name">Name of the case and of the file.</param>
/// <param name="Header">The columns' names.</param>
/// <param name="Write">Writes a row, by its number from 0.</param>
public sealed record LargeTable(string Name, string Header, Action<StringBuilder, Random, int> Write)
{
    /// <summary>Bytes of the file, to within a row.</summary>
    public const long Bytes = 200_000_000;

    private const int Seed = 7;
    private const int NumberColumns = 20;
    private const int WordsKnown = 5_000;

    private static readonly string[] s_words = Words();

    /// <summary>Numbers of six digits, the last a sum of the others and chance.</summary>
    public static LargeTable Numbers { get; } = new(
        "reading-numbers", string.Join(',', Enumerable.Range(0, NumberColumns).Select(i => $"n{i}")), (line, random, _) =>
        {
            var sum = 0.0;
            for (var i = 0; i < NumberColumns - 1; i++)
            {
                var value = (random.NextDouble() - 0.5) * 200;
                sum += value;
                line.Append(CultureInfo.InvariantCulture, $"{value:0.0000},");
            }

            line.Append(CultureInfo.InvariantCulture, $"{sum + (random.NextDouble() * 100):0.0000}");
        });

    /// <summary>What people bring: an order's number, a day, amounts with gaps, categories, and a text.</summary>
    public static LargeTable Mixed { get; } = new(
        "reading-mixed", "order,day,customer,amount,weight,discount,rating,channel,country,article,note,price", (line, random, row) =>
        {
            line.Append(CultureInfo.InvariantCulture, $"A-{row:0000000},{new DateTime(2021, 1, 1).AddDays(random.Next(1200)):yyyy-MM-dd},{random.Next(40_000)},");
            line.Append(CultureInfo.InvariantCulture, $"{random.NextDouble() * 500:0.00},");
            line.Append(random.Next(20) == 0 ? "" : (random.NextDouble() * 9).ToString("0.000", CultureInfo.InvariantCulture));
            line.Append(CultureInfo.InvariantCulture, $",{random.Next(10) * 5},{random.Next(1, 6)},channel {random.Next(4)},country {random.Next(30)},article {random.Next(300)},");
            for (var word = random.Next(4, 16); word > 0; word--)
            {
                line.Append(s_words[random.Next(WordsKnown)]).Append(word > 1 ? " " : "");
            }

            line.Append(CultureInfo.InvariantCulture, $",{random.NextDouble() * 1000:0.00}");
        });

    /// <summary>Writes the file. Returns its path.</summary>
    public string WriteTo(string folder)
    {
        var path = Path.Combine(folder, Name + ".csv");
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20);
        writer.Write(Header + "\n");
        var (random, line, written) = (new Random(Seed), new StringBuilder(), 0L);
        for (var row = 0; written < Bytes; row++)
        {
            line.Clear();
            Write(line, random, row);
            writer.Write(line.Append('\n'));
            written += line.Length;
        }

        return path;
    }

    private static string[] Words()
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, WordsKnown).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 10)).Select(_ => (char)('a' + random.Next(26)))))];
    }
}
