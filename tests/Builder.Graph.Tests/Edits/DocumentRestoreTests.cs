using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;

namespace Builder.Graph.Tests.Edits;

public class DocumentRestoreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Any_version_of_a_history_can_be_had_again_by_one_edit_and_back(int seed)
    {
        var random = new Random(seed);
        var versions = new List<ProjectDocument> { RandomEdits.Start };
        for (var step = 0; step < 120; step++)
        {
            versions.Add(DocumentEditor.Apply(versions[^1], new RandomEdits(random).Next(versions[^1])).Document ?? versions[^1]);
        }

        for (var trial = 0; trial < 40; trial++)
        {
            var (from, to) = (versions[random.Next(versions.Count)], versions[random.Next(versions.Count)]);
            var result = DocumentEditor.Apply(from, DocumentRestore.Into(from, to));
            Assert.True(result.Succeeded, result.Problem?.Message.Words.En);
            Assert.Equal(ProjectJson.Write(to), ProjectJson.Write(result.Document));
            var back = DocumentEditor.Apply(result.Document, result.Inverse);
            Assert.True(back.Succeeded, $"{back.Problem?.Code}: {back.Problem?.Message.Words.En}");
            Assert.Equal(ProjectJson.Write(from), ProjectJson.Write(back.Document));
        }
    }

    [Fact]
    public void A_small_difference_is_a_small_edit()
    {
        var from = RandomEdits.Start;
        var block = from.Blocks.Values.First(b => b.Kind == "Linear");
        var to = DocumentEditor.Apply(from, new SetParameter(block.Id, "out_features", 77)).Document!;
        Assert.Equal(new SetParameter(block.Id, "out_features", 77), Assert.Single(Assert.IsType<Batch>(DocumentRestore.Into(from, to)).Edits));
    }

    [Fact]
    public void The_same_document_needs_nothing() =>
        Assert.Empty(Assert.IsType<Batch>(DocumentRestore.Into(RandomEdits.Start, RandomEdits.Start)).Edits);
}
