using Builder.Graph.Data;

namespace Builder.Graph.Tests.Data;

public sealed class NaturalOrderTests
{
    [Theory]
    [InlineData("level 1|level 2|level 3|level 10|level 12")]
    [InlineData("1a|2a|10a|a|b")]
    [InlineData("|0|00|01|1|2|10|A|a|a0|a00|a01|a1|a1b|a2|ab|b")]
    [InlineData("v1.2.9|v1.2.10|v1.10.0|v2")]
    [InlineData("第1章|第2章|第10章|第二章")]
    [InlineData("x99999999999999999998|x99999999999999999999|x100000000000000000000")]
    public void Names_follow_each_other_as_people_count(string names)
    {
        var sorted = names.Split('|');
        for (var seed = 0; seed < 20; seed++)
        {
            var mixed = sorted.ToArray();
            new Random(seed).Shuffle(mixed);
            Assert.Equal(sorted, mixed.Order(NaturalOrder.Instance));
        }
    }

    [Fact]
    public void It_is_an_order()
    {
        const string symbols = "a0012 9b";
        var random = new Random(7);
        var names = Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => symbols[random.Next(symbols.Length)]))).Distinct().ToArray();
        foreach (var a in names)
        {
            foreach (var b in names)
            {
                var ab = NaturalOrder.Instance.Compare(a, b);
                Assert.Equal(Math.Sign(ab), -Math.Sign(NaturalOrder.Instance.Compare(b, a)));
                Assert.Equal(a == b, ab == 0);
                Assert.All(names, c => Assert.False(ab < 0 && NaturalOrder.Instance.Compare(b, c) < 0 && NaturalOrder.Instance.Compare(a, c) >= 0, $"{a} < {b} < {c}"));
            }
        }
    }
}
