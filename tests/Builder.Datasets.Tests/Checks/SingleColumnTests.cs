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

    /// <summary>A share of the rows gets a class at random.</summary>
    private RawTable Table(double[] numbers, string[] classes, double errors)
    {
        var names = classes.Distinct().ToArray();
        var mixed = classes.Select(c => _random.NextDouble() < errors ? names[_random.Next(names.Length)] : c);
        return new RawTable("t", [new NumberColumn("number", numbers), new TextColumn("class", [.. mixed])], "");
    }
}
