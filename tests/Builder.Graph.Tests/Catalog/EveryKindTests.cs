using System.Text.Json;
using Builder.Graph.Catalog;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Tests.Catalog;

/// <summary>What holds for every shape rule, whatever arrives.</summary>
public class EveryKindTests
{
    private const int Trials = 150;

    public static TheoryData<string> Kinds => [.. BlockCatalog.Kinds.Select(kind => kind.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_input_and_any_parameters_in_range_give_outputs_or_problems_and_never_an_exception(string id)
    {
        var kind = BlockCatalog.Get(id);
        for (var seed = 0; seed < Trials; seed++)
        {
            var block = new AnyInput(seed).Block(kind);
            var result = kind.Infer(block);
            if (result.Problems.Any(problem => problem.Severity == Severity.Error))
            {
                Assert.Empty(result.Outputs);
            }
            else
            {
                Assert.Equal(kind.Outputs.Length, result.Outputs.Length);
                Assert.All(result.Outputs.SelectMany(output => output.Shape), size => Assert.True(!size.IsKnown || size.Size >= 1));
                Assert.NotNull(kind.PyTorch(block));
            }

            Assert.All(result.Weights, weight => Assert.True(weight.Shape.All(size => size >= 1)));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Problems_are_whole_sentences_in_both_languages_and_their_fixes_have_words(string id)
    {
        var kind = BlockCatalog.Get(id);
        foreach (var problem in Enumerable.Range(0, Trials).SelectMany(seed => kind.Infer(new AnyInput(seed).Block(kind)).Problems))
        {
            Assert.Matches("^[A-Z][A-Za-z0-9]+$", problem.Code);
            Assert.Matches(@"[.?!]$", problem.Message.Words.En);
            Assert.Matches(@"[。？！]$", problem.Message.Words.Zh);
            AssertIsStored(problem.Message);
            AssertIsStored(problem.Fix?.Title ?? problem.Message);
            Assert.All([problem.Fix?.Title.Words.En ?? "-", problem.Fix?.Title.Words.Zh ?? "-"], title => Assert.False(string.IsNullOrWhiteSpace(title)));
        }
    }

    // As a code whose words are known, with all that they need: "…" stands where something is missing.
    private static void AssertIsStored(Message message)
    {
        var json = JsonSerializer.Serialize(message);

        Assert.Equal(message.Words, JsonSerializer.Deserialize<Message>(json)!.Words);
        Assert.DoesNotContain("verbatim", json, StringComparison.Ordinal);
        Assert.DoesNotContain(" … ", message.Words.En, StringComparison.Ordinal);
        Assert.DoesNotContain("another version", message.Words.En, StringComparison.Ordinal);
    }
}
