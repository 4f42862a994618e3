using Builder.Datasets.Columns;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Preparation;

public class TextTests
{
    private static readonly string s_text = string.Concat(Enumerable.Range(0, 200).Select(line => $"line {line}: 春天来了\n"));

    [Fact]
    public void The_next_column_is_the_text_moved_on_by_one_token()
    {
        var data = Tables.Prepare(Running(s_text), Description(new TimeSplit { Validation = 0.1, Test = 0.1 }));

        var (text, next) = (data.Columns["text"], data.Columns["next"]);
        Assert.Same(text.Values, next.Values);
        Assert.Equal((16, 0), (text.WindowLength, text.WindowOffset));
        Assert.Equal((16, 1), (next.WindowLength, next.WindowOffset));
        Assert.Equal([16], data.Schema.Find("next")!.SampleShape);
        Assert.Equal(data.Fitted.TokenizerOf("text").VocabularySize, data.Schema.Find("text")!.Classes);
        Assert.Equal("line 0: 春天来了\nline", data.Fitted.DecodeTokens("text", data.Longs("text")[..17].Select(id => (int)id))[..17]);
    }

    [Fact]
    public void The_parts_of_a_text_share_no_character_and_are_cut_at_the_end_of_a_line()
    {
        var data = Tables.Prepare(Running(s_text), Description(new TimeSplit { Validation = 0.1, Test = 0.1 }));

        int[] ends = [(int)data.Train[^1] + 17, (int)data.Validation[^1] + 17];
        Assert.Equal<int>([(int)data.Validation[0], (int)data.Test[0]], ends);
        Assert.All(ends, end => Assert.Equal('\n', s_text[end - 1]));
        Assert.Equal(s_text.Length, data.Test[^1] + 17);
        Assert.InRange(data.Test.Length, 0.08 * s_text.Length, 0.11 * s_text.Length);
    }

    [Fact]
    public void The_vocabulary_comes_from_the_training_part_alone()
    {
        var description = Description(new TimeSplit { Validation = 0.1, Test = 0.1 });
        var first = Tables.Prepare(Running(s_text), description);
        var other = Tables.Prepare(Running(s_text[..^20] + new string('龘', 20)), description);

        Assert.Equal(first.Fitted.ToJson(), other.Fitted.ToJson());
        Assert.Equal(1, other.Longs("text")[^1]);
    }

    [Fact]
    public void Another_text_is_cut_with_the_same_vocabulary_and_needs_no_next_token()
    {
        var description = Description(new TimeSplit { Validation = 0.1, Test = 0.1 });
        var fitted = FittedTransforms.FromJson(Tables.Prepare(Running(s_text), description).Fitted.ToJson(), "data.json");

        var data = DataPreparation.Apply(description, fitted, Running("line 7: 春天来了\nline 8"), ["text"], TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 4).Select(start => (long)start), data.Test);
        Assert.Equal("line 7: 春天来了\nline 8", fitted.DecodeTokens("text", data.Longs("text").Select(id => (int)id)));
    }

    [Theory]
    [InlineData("hello", "has 4 characters, but the network reads 16", "a shorter context (\"length\"), at most 3.", "只有 4 个字符", "最多 3。")]
    [InlineData("hi", "has 1 character, but the network reads 16", "Bring a longer text.", "只有 1 个字符", "请提供更长的文本。")]
    public void A_text_too_short_to_train_is_told_as_a_text(string text, string count, string wayOut, string countZh, string wayOutZh)
    {
        var problem = Assert.Throws<DataException>(() => Tables.Prepare(Running(text), Description(new TimeSplit { Validation = 0.25, Test = 0 })));

        Assert.Equal("data-text-too-short", problem.Code);
        Assert.Contains(count, problem.Words.En, StringComparison.Ordinal);
        Assert.EndsWith(wayOut, problem.Words.En, StringComparison.Ordinal);
        Assert.Contains(countZh, problem.Words.Zh, StringComparison.Ordinal);
        Assert.EndsWith(wayOutZh, problem.Words.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("series", problem.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_are_too_few_are_counted_as_tokens()
    {
        var words = Description(new TimeSplit { Validation = 0, Test = 0 }) with { Columns = [Tables.Text("text", new Tokenize { Tokenizer = TokenizerKind.Word })] };

        var problem = Assert.Throws<DataException>(() => Tables.Prepare(Running("one blue fish"), words));

        Assert.Contains("has 3 tokens", problem.Words.En, StringComparison.Ordinal);
        Assert.Contains("3 个词元", problem.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_in_rows_are_cut_or_padded_to_the_longest_training_text()
    {
        var table = Tables.Of(Tables.Texts("t", "red fish", "one blue fish", null, "red"));

        var data = Tables.Prepare(table, Tables.Text("t"));

        Assert.Equal([3], data.Schema.Find("t")!.SampleShape);
        var ids = data.Longs("t");
        Assert.Equal(0, ids[2]);
        Assert.Equal([0, 0, 0], ids[6..9]);
        Assert.Equal(ids[0], ids[9]);
        Assert.Equal("one blue fish", data.Fitted.DecodeTokens("t", ids[3..6].Select(id => (int)id)));
    }

    private static RawTable Running(string text) => Tables.Of(Tables.Texts("text", text));

    private static DataSet Description(Split split) => new()
    {
        Id = "text",
        Source = new TextSource { Path = "text.txt" },
        Columns = [Tables.Text("text", new Tokenize { Tokenizer = TokenizerKind.Character }), Tables.Text("next")],
        Windows = new Windows { Length = 16 },
        Split = split,
    };
}
