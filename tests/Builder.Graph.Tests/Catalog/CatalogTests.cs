using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Tests.Catalog;

/// <summary>What every kind owes to the people who read it.</summary>
public class CatalogTests
{
    public static TheoryData<string> Kinds => [.. BlockCatalog.Kinds.Select(k => k.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_title_help_and_source_in_both_languages(string id)
    {
        var kind = BlockCatalog.Get(id);
        AssertSentence(kind.Help);
        Assert.NotEqual("", kind.Title.En);
        Assert.NotEqual("", kind.Title.Zh);
        Assert.StartsWith("https://", kind.Source, StringComparison.Ordinal);
        Assert.All(kind.Inputs.Concat(kind.Outputs), port => Assert.True(IsChinese(port.Title.Zh) && port.Title.En.Length > 0, port.Name));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_parameter_says_what_it_does_and_its_default_lies_within_its_range(string id)
    {
        var kind = BlockCatalog.Get(id);
        foreach (var parameter in kind.Parameters)
        {
            AssertSentence(parameter.Help);
            Assert.NotEqual("", parameter.Title.En);
            Assert.NotEqual("", parameter.Title.Zh);
            if (parameter.Default is { } value)
            {
                var block = new Block { Id = "block", Kind = id };
                Assert.Null(ParameterRules.OfType(block, parameter, value));
                Assert.Null(ParameterRules.OfRange(block, parameter, value));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_number_that_can_be_typed_in_has_bounds(string id) => Assert.All(
        BlockCatalog.Get(id).Parameters.Where(p => p.Type is ParameterType.Integer or ParameterType.Number
            or ParameterType.IntegerList or ParameterType.IntegerOrList or ParameterType.NumberList),
        p => Assert.True(p.Min is not null && p.Max is not null && p.Min <= p.Max, p.Name));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Names_of_ports_and_parameters_are_unique(string id)
    {
        var kind = BlockCatalog.Get(id);
        Assert.Distinct(kind.Inputs.Select(p => p.Name));
        Assert.Distinct(kind.Outputs.Select(p => p.Name));
        Assert.Distinct(kind.Parameters.Select(p => p.Name));
    }

    [Fact]
    public void Titles_are_unique_in_both_languages()
    {
        Assert.Distinct(BlockCatalog.Kinds.Select(k => k.Title.En));
        Assert.Distinct(BlockCatalog.Kinds.Select(k => k.Title.Zh));
    }

    private static void AssertSentence(Localized text)
    {
        Assert.EndsWith(".", text.En, StringComparison.Ordinal);
        Assert.EndsWith("。", text.Zh, StringComparison.Ordinal);
        Assert.False(IsChinese(text.En), text.En);
        Assert.True(IsChinese(text.Zh), text.Zh);
    }

    private static bool IsChinese(string text) => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff');
}
