namespace Builder.Architecture.Tests;

/// <summary>A thing has one name in the whole product, in each language (see <see cref="Terms"/>).</summary>
public sealed class TermTests
{
    // Words that people may type into a search, and names of columns that are recognised, are synonyms on purpose.
    private static readonly HashSet<string> Synonyms = ["wwwroot-assets/src/canvas/model/search.ts", "src/Builder.Proposals/Columns/TargetGuess.cs"];

    private static readonly IReadOnlyList<string> Speaking =
    [
        .. Repository.Files("src", ".cs", ".razor").Concat(Repository.Files("wwwroot-assets/src", ".ts", ".tsx")).Concat(Repository.Files("scripts"))
            .Concat(Repository.Files("templates", ".md", ".json")).Append("builder").Append("README.zh.md")
            .Where(file => !Synonyms.Contains(file) && !file.Contains(".test.", StringComparison.Ordinal)),
    ];

    [Fact]
    public void A_thing_has_one_name_in_all_texts_of_the_product()
    {
        var faults = Speaking.SelectMany(file => Repository.ReadLines(file).SelectMany((line, i) => Terms.FaultsOf($"{file}:{i + 1}", line)));

        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    [Fact]
    public void The_glossary_contradicts_itself_nowhere()
    {
        Assert.Empty(Terms.All.SelectMany(t => Terms.FaultsOf(t.En, $"\"{t.En}\" \"{t.Zh}\"")));
        Assert.Equal(Terms.All.Count, Terms.All.Select(t => t.Zh).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("""    new("Accuracy", "正确率");""", 1)]
    [InlineData("""    /// <summary>The plainest guess.</summary>""", 0)]
    [InlineData("""    Say($"不如最简单的猜测：{plain}。该模型没有用处。");""", 2)]
    [InlineData("""    [GeneratedRegex("price|价格")] // wire""", 0)]
    [InlineData("""    "Put it on a wire", "dw-wire", "wired\"", """, 1)]
    [InlineData("- **预期成绩**：正确率不低于 0.95。", 1)]
    [InlineData("    var plainest = values.Min();", 0)]
    public void A_second_name_is_found_where_people_read_it(string line, int faults) => Assert.Equal(faults, Terms.FaultsOf("x", line).Count());
}
