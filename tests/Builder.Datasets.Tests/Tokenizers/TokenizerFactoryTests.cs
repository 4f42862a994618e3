using Builder.Datasets.Tokenizers;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Tokenizers;

public class TokenizerFactoryTests
{
    public static TheoryData<TokenizerKind> Kinds => [.. Enum.GetValues<TokenizerKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_saved_tokenizer_cuts_text_as_the_first_one_did(TokenizerKind kind)
    {
        FittedTokenizer first = TokenizerFactory.Fit(kind, [TokenizerTexts.Chinese, TokenizerTexts.Emoji, "Some plain words, some plain text."], lowercase: true);
        string json = first.State.ToJson();

        FittedTokenizer second = TokenizerFactory.Load(TokenizerState.FromJson(json));

        const string Text = "Some NEW words: 明月 😀 \"q\"";
        Assert.Equal(first.Encode(Text), second.Encode(Text));
        Assert.NotEmpty(first.Encode(Text));
        Assert.Equal(json, second.State.ToJson());
        Assert.Equal((first.VocabularySize, first.PaddingId), (second.VocabularySize, second.PaddingId));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_id_lies_below_the_vocabulary_size(TokenizerKind kind)
    {
        FittedTokenizer tokenizer = TokenizerFactory.Fit(kind, ["a few words"]);

        Assert.All(tokenizer.Encode("a few other words, 世界 ☃"), id => Assert.InRange(id, 0, tokenizer.VocabularySize - 1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Texts_are_cut_or_filled_up_to_a_length(TokenizerKind kind)
    {
        FittedTokenizer tokenizer = TokenizerFactory.Fit(kind, ["one two three four"]);
        int[] ids = tokenizer.Encode("one two");
        var filled = new long[ids.Length + 2];
        var cut = new long[1];

        tokenizer.Encode("one two", filled);
        tokenizer.Encode("one two", cut);

        Assert.Equal([.. ids.Select(id => (long)id), tokenizer.PaddingId, tokenizer.PaddingId], filled);
        Assert.Equal([ids[0]], cut);
        Assert.Equal(tokenizer.Decode(ids), tokenizer.Decode(filled.Select(id => (int)id)));
    }

    [Theory]
    [InlineData(TokenizerKind.Character)]
    [InlineData(TokenizerKind.Word)]
    [InlineData(TokenizerKind.Bpe)]
    [InlineData(TokenizerKind.Wordpiece)]
    public void Empty_training_text_is_refused_in_plain_words(TokenizerKind kind)
    {
        var error = Assert.Throws<DataException>(() => TokenizerFactory.Fit(kind, ["", ""]));

        Assert.Equal("tokenizer-no-text", error.Code);
        Assert.Contains("no text", error.Words.En, StringComparison.Ordinal);
        Assert.Contains("文本", error.Words.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TokenizerKind.Character, 2)]
    [InlineData(TokenizerKind.Word, -1)]
    [InlineData(TokenizerKind.Bpe, 257)]
    [InlineData(TokenizerKind.Wordpiece, 2)]
    public void A_vocabulary_too_small_for_the_kind_is_refused(TokenizerKind kind, int size) =>
        Assert.Equal("tokenizer-vocabulary-too-small", Assert.Throws<DataException>(() => TokenizerFactory.Fit(kind, ["text"], size)).Code);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"kind":"telepathy"}""")]
    [InlineData("""{"kind":"word"}""")]
    [InlineData("""{"kind":"word","vocabulary":["<pad>","<unk>"]}""")]
    [InlineData("""{"kind":"word","vocabulary":["a","<unk>","b"]}""")]
    [InlineData("""{"kind":"word","vocabulary":["<pad>","<unk>","b","b"]}""")]
    [InlineData("""{"kind":"character","vocabulary":["<pad>","<unk>",null]}""")]
    [InlineData("""{"kind":"bpe","vocabulary":["<pad>","<unk>","b"],"merges":[]}""")]
    [InlineData("""{"kind":"word","vocabulary":["<pad>","<unk>","b"],"code":"x"}""")]
    public void A_damaged_state_is_refused_in_plain_words(string json) =>
        Assert.Equal("tokenizer-state-broken", Assert.Throws<DataException>(() => TokenizerFactory.Load(TokenizerState.FromJson(json))).Code);

    [Fact]
    public void A_byte_pair_state_with_a_merge_of_unknown_tokens_is_refused()
    {
        TokenizerState state = BytePairTrainer.Train(["ab ab"]);

        var error = Assert.Throws<DataException>(() => TokenizerFactory.Load(state with { Merges = ["a b", "q7 x"] }));

        Assert.Contains("merges[1]", error.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_pair_state_with_the_same_merge_twice_is_refused()
    {
        TokenizerState state = BytePairTrainer.Train(["ab ab"]);

        var error = Assert.Throws<DataException>(() => TokenizerFactory.Load(state with { Merges = ["a b", "a b"] }));

        Assert.Contains("merges[1]", error.Words.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_stays_readable_in_the_saved_file() =>
        Assert.Contains("\"明\"", TokenizerFactory.Fit(TokenizerKind.Character, ["明月"]).State.ToJson(), StringComparison.Ordinal);
}
