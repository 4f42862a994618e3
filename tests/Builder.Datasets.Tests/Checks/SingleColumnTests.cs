using Builder.Datasets.Checks;
using Builder.Datasets.Columns;

namespace Builder.Datasets.Tests.Checks;

public class SingleColumnTests
{
    private readonly Random _random = new(11);

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.005, true)]
    [InlineData(0.1, false)]
    public void A_border_in_numbers_tells_classes_when_hardly_an_error_is_left(double errors, bool tells)
    {
        var numbers = Enumerable.Range(0, 1000).Select(_ => _random.NextDouble()).ToArray();
        var table = Table(numbers, [.. numbers.Select(n => n < 0.3 ? "low" : n < 0.7 ? "middle" : "high")], errors);

        Assert.Equal(tells, SingleColumn.NumbersTellClasses(table, "number", "class"));
    }

    [Fact]
    public void A_rare_class_makes_guessing_easy_and_is_not_taken_for_knowledge()
    {
        var numbers = Enumerable.Range(0, 1000).Select(_ => _random.NextDouble()).ToArray();
        var table = Table(numbers, [.. numbers.Select((_, i) => i % 100 == 0 ? "fraud" : "fine")], 0);

        Assert.False(SingleColumn.NumbersTellClasses(table, "number", "class"));
    }

    [Fact]
    public void Whole_numbers_that_stand_for_a_class_tell_it()
    {
        var codes = Enumerable.Range(0, 300).Select(_ => (double)_random.Next(2)).ToArray();
        var table = Table(codes, [.. codes.Select(c => c == 0 ? "no" : "yes")], 0);

        Assert.True(SingleColumn.NumbersTellClasses(table, "number", "class"));
    }

    [Theory]
    [InlineData("copy", true)]
    [InlineData("nearly", true)]
    [InlineData("half", false)]
    [InlineData("name", false)]
    public void Texts_tell_classes_when_each_goes_with_one_class_and_occurs_often(string what, bool tells)
    {
        var classes = Enumerable.Range(0, 500).Select(_ => "abc"[_random.Next(3)].ToString()).ToArray();
        var texts = classes.Select((c, i) => what switch
        {
            "nearly" when i % 100 == 0 => "code a",
            "half" when i % 2 == 0 => "code a",
            "name" => $"row {i}",
            _ => "code " + c,
        });
        var table = new RawTable("t", [new TextColumn("text", [.. texts]), new TextColumn("class", classes)], "");

        Assert.Equal(tells, SingleColumn.TextsTellClasses(table, "text", "class"));
    }

    [Theory]
    [InlineData("logarithm", true)]
    [InlineData("falling", true)]
    [InlineData("noisy", false)]
    [InlineData("constant", false)]
    public void Numbers_tell_numbers_when_both_rise_or_fall_together(string what, bool tells)
    {
        var target = Enumerable.Range(0, 400).Select(_ => 1 + (99 * _random.NextDouble())).ToArray();
        var column = target.Select(t => what switch
        {
            "logarithm" => Math.Log(t), "falling" => -3 * t, "noisy" => t + (20 * _random.NextDouble()), _ => 1,
        });
        var table = new RawTable("t", [new NumberColumn("number", [.. column]), new NumberColumn("target", target)], "");

        Assert.Equal(tells, SingleColumn.NumbersTellNumbers(table, "number", "target"));
    }

    [Fact]
    public void Answers_are_those_of_counting_every_pair()
    {
        for (var round = 0; round < 400; round++)
        {
            var rows = _random.Next(20, 200);
            var (steps, errors, gaps) = (_random.Next(2, 60), _random.Next(3) == 0 ? 0 : _random.NextDouble() * 0.1, _random.Next(2) == 0 ? 0 : 0.1);
            double[] numbers = [.. Enumerable.Range(0, rows).Select(_ => _random.NextDouble() < gaps ? double.NaN : Math.Round(_random.NextDouble() * steps) * (_random.Next(9) == 0 ? -1 : 1))];
            string?[] classes = [.. numbers.Select(n => _random.NextDouble() < gaps ? null : _random.NextDouble() < errors ? "other" : double.IsNaN(n) ? "gap" : n < steps / 3.0 ? "low" : "high")];
            string?[] texts = [.. classes.Select((c, i) => _random.NextDouble() < gaps ? null : _random.NextDouble() < errors ? "any" : $"{c} {i % _random.Next(1, 4)}")];
            var table = new RawTable("t", [new NumberColumn("number", numbers), new TextColumn("text", texts), new TextColumn("class", classes)], "");

            Assert.Equal(TextsTell(texts, classes), SingleColumn.TextsTellClasses(table, "text", "class"));
            Assert.Equal(TextsTell([.. numbers.Select(n => double.IsNaN(n) ? null : $"{n:R}")], classes), SingleColumn.TextsTellClasses(table, "number", "class"));
            Assert.Equal(GapsTell([.. numbers.Select(n => !double.IsNaN(n))], classes), SingleColumn.GapsTellClasses(table, "number", "class"));
            Assert.Equal(BordersTell(numbers, classes), SingleColumn.NumbersTellClasses(table, "number", "class"));
        }
    }

    [Fact]
    public void A_long_table_in_any_order_is_judged_as_a_short_one()
    {
        double[] target = [.. Enumerable.Range(0, 30_000).Select(_ => _random.NextDouble())];
        double[] close = [.. target.Select(t => t + (0.0005 * _random.NextDouble()))];
        double[] away = [.. target.Select(t => t + (0.2 * _random.NextDouble()))];
        foreach (var isSorted in new[] { false, true })
        {
            int[] order = [.. isSorted ? Enumerable.Range(0, target.Length).OrderBy(i => target[i]) : Enumerable.Range(0, target.Length)];
            var table = new RawTable("t", [new NumberColumn("target", target), new NumberColumn("close", close), new NumberColumn("away", away)], "").Select(order);
            Assert.True(SingleColumn.NumbersTellNumbers(table, "close", "target"));
            Assert.False(SingleColumn.NumbersTellNumbers(table, "away", "target"));
        }
    }

    private static bool Tells(int rows, int hits, int commonest) => commonest < rows && rows - hits <= 0.02 * (rows - commonest);

    private static bool TextsTell(string?[] texts, string?[] classes)
    {
        var pairs = texts.Zip(classes).Where(p => p.First is not null && p.Second is not null).ToArray();
        var values = pairs.GroupBy(p => p.First).ToArray();
        return pairs.Length >= Math.Max(30, values.Length * 3) && Tells(pairs.Length, values.Sum(g => g.CountBy(p => p.Second!).Max(c => c.Value)), pairs.CountBy(p => p.Second!).Max(c => c.Value));
    }

    private static bool GapsTell(bool[] known, string?[] classes)
    {
        var pairs = known.Zip(classes).Where(p => p.Second is not null).ToArray();
        var values = pairs.GroupBy(p => p.First).ToArray();
        return pairs.Length >= 30 && values.Length == 2 && Tells(pairs.Length, values.Sum(g => g.CountBy(p => p.Second!).Max(c => c.Value)), pairs.CountBy(p => p.Second!).Max(c => c.Value));
    }

    private static bool BordersTell(double[] numbers, string?[] classes)
    {
        var sorted = numbers.Zip(classes).Where(p => p.Second is not null && !double.IsNaN(p.First)).OrderBy(p => p.First).ToArray();
        var order = sorted.GroupBy(p => p.Second!).OrderBy(g => g.ElementAt(g.Count() / 2).First).Select(g => g.Key).ToArray();
        if (sorted.Length < 30 || order.Length < 2)
        {
            return false;
        }

        // The best hits of each way to give stretches of equal numbers to classes in their order.
        var best = new int[order.Length];
        foreach (var stretch in sorted.GroupBy(p => p.First))
        {
            for (var c = order.Length - 1; c > 0; c--)
            {
                best[c] = Math.Max(best[c], best[c - 1]);
            }

            foreach (var (_, name) in stretch)
            {
                best[Array.IndexOf(order, name)]++;
            }
        }

        return Tells(sorted.Length, best.Max(), sorted.CountBy(p => p.Second!).Max(c => c.Value));
    }

    /// <summary>A share of the rows gets a class at random.</summary>
    private RawTable Table(double[] numbers, string[] classes, double errors)
    {
        var names = classes.Distinct().ToArray();
        var mixed = classes.Select(c => _random.NextDouble() < errors ? names[_random.Next(names.Length)] : c);
        return new RawTable("t", [new NumberColumn("number", numbers), new TextColumn("class", [.. mixed])], "");
    }
}
