namespace Builder.Graph.Tests.Catalog;

/// <summary>Embeddings and fully connected layers: what comes out, and what is said and offered where it cannot.</summary>
public class LinearShapeTests : ShapeRuleTests
{
    [Theory]
    [InlineData("Linear", "N 4", "out_features=3", "[N, 3]")]
    [InlineData("Linear", "N T 4", "out_features=3", "[N, T, 3]")]
    [InlineData("Embedding", "N int64/9", "embedding_dim=3", "[N, 3]")]
    [InlineData("Embedding", "N T int64/9", "", "[N, T, 64]")]
    [InlineData("Embedding", "N T int64", "num_embeddings=7", "[N, T, 64]")]
    [InlineData("EmbeddingBag", "N T int64/9", "embedding_dim=3", "[N, 3]")]
    public void The_output_shape_follows_from_input_and_parameters(string kind, string input, string parameters, string output) =>
        AssertShape(kind, input, parameters, output);

    [Theory]
    [InlineData("Linear", "N 3 8 8", "", "WrongRank", "a picture of 8×8", "Insert Flatten before it")]
    [InlineData("Linear", "N T int64/9", "", "WrongElement", "expects plain values", "Insert an Embedding before it")]
    [InlineData("Linear", "N T F", "", "UnknownSize", "it is F", null)]
    [InlineData("EmbeddingBag", "N int64/9", "", "WrongRank", "a list of class or token numbers for each sample", null)]
    [InlineData("EmbeddingBag", "N T 4", "", "WrongElement", "expects class or token numbers", null)]
    [InlineData("Embedding", "N 4", "", "WrongElement", "expects class or token numbers", null)]
    [InlineData("Embedding", "N T int64", "", "EntriesUnknown", "Set “Number of entries”", null)]
    [InlineData("Embedding", "N T int64/9", "num_embeddings=5", "TooFewEntries", "5 entries, but 9 different numbers", "Set the number of entries to 9")]
    [InlineData("Embedding", "N T int64/9", "padding_idx=9", "PaddingNumber", "9 must be below the number of entries 9", "Set the padding number to 0")]
    public void What_cannot_work_is_said_in_plain_words_and_its_fix_mends_it(
        string kind, string input, string parameters, string code, string words, string? fix) =>
        AssertProblem(kind, input, parameters, code, words, fix);
}
