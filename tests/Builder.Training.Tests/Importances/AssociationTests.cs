using System.Text.Json;
using Builder.Training.Importances;
using Builder.Training.Tests.Oracles;

namespace Builder.Training.Tests.Importances;

public sealed class AssociationTests
{
    private static readonly JsonElement s_stored = OracleFile.Read("importance.json");

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, s_stored.GetProperty("associations").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Numbers_and_categories_follow_each_other_as_closely_as_scipy_says(int number)
    {
        var stored = s_stored.GetProperty("associations")[number];
        var (kinds, others) = (stored.GetProperty("kinds").Deserialize<int[]>()!, stored.GetProperty("others").Deserialize<int[]>()!);
        var ranks = Association.Ranks(stored.Doubles("a"));

        Assert.Equal(stored.Doubles("ranks"), ranks);
        Assert.Equal(stored.GetProperty("spearman").GetDouble(), Association.Spearman(ranks, Association.Ranks(stored.Doubles("b"))), 1e-9);
        Assert.Equal(stored.GetProperty("cramersV").GetDouble(), Association.CramersV(kinds, others), 1e-9);
        Assert.Equal(Association.CramersV(kinds, others), Association.CramersV(others, kinds), 1e-12);
        Assert.Equal(stored.GetProperty("ratio").GetDouble(), Association.CorrelationRatio(kinds, ranks), 1e-9);
    }

    [Fact]
    public void What_is_the_same_in_other_words_follows_wholly()
    {
        double[] numbers = [3, 1, 2, 5, 4, 9, 7, 8, 6, 10];
        int[] kinds = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0];

        Assert.Equal(1, Association.Spearman(Association.Ranks(numbers), Association.Ranks([.. numbers.Select(v => -Math.Exp(v))])), 1e-12);
        Assert.Equal(1, Association.CramersV(kinds, [.. kinds.Select(k => (k + 1) % 3)]), 1e-12);
        Assert.Equal(1, Association.CorrelationRatio(kinds, Association.Ranks([.. kinds.Select(k => k * 10.0)])), 1e-12);
    }

    [Fact]
    public void What_never_changes_and_what_names_each_row_follow_nothing()
    {
        var names = Enumerable.Range(0, 40).ToArray();
        var ranks = Association.Ranks([.. names.Select(n => n * 7 % 40.0)]);

        Assert.Equal(0, Association.Spearman(ranks, Association.Ranks(new double[40])));
        Assert.Equal(0, Association.CramersV(new int[40], names));
        Assert.Equal(0, Association.CramersV(names, [.. names.Select(n => n % 4)]));
        Assert.Equal(0, Association.CorrelationRatio(names, ranks));
    }

    [Fact]
    public void Very_many_categories_are_counted_as_few_are()
    {
        // More cells than are laid out as a table: 400 times 401.
        var codes = Enumerable.Range(0, 2_000).Select(i => i % 400).ToArray();
        int[] others = [.. codes.Select(c => 400 - c)];

        Assert.Equal(1, Association.CramersV(codes, others), 1e-9);
    }
}
