using Builder.Datasets.Tokenizers;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Tokenizers;

public class WordTokenizerTests
{
    [Theory]
    [InlineData("I don't pay $3.14, no!", "I|don't|pay|$|3.14|,|no|!")]
    [InlineData("我爱 Beijing烤鸭。", "我|爱|Beijing|烤|鸭|。")]
    [InlineData("rock 'n' roll's 1,000.", "rock|'|n|'|roll's|1,000|.")]
    [InlineData("hi 👩‍👩‍👧❤️ naïve cafe\u0301", "hi|👩‍👩‍👧|❤️|naïve|cafe\u0301")]
    [InlineData("한국어 문장 snake_case x²", "한국어|문장|snake_case|x²")]
    [InlineData(" \t\r\n\0", "")]
    public void Text_is_cut_into_words(string text, string expected)
    {
        WordTokenizer tokenizer = WordTokenizer.Fit(["x"]);

        Assert.Equal(expected, string.Join('|', tokenizer.EncodeToTokens(text, out _).Select(token => token.Value)));
    }

    [Fact]
    public void Frequent_words_have_low_ids_and_ties_go_by_code_points()
    {
        WordTokenizer tokenizer = WordTokenizer.Fit(["b a c", "c"], vocabularySize: 4);

        Assert.Equal([2, 3, 1, 1], tokenizer.Encode("c a b never"));
    }

    [Fact]
    public void Words_are_put_together_with_spaces_where_a_writer_puts_them()
    {
        const string English = "Well (he said), it costs 3.14 now!";
        const string Mixed = "我爱北京，也爱 music。";
        WordTokenizer tokenizer = WordTokenizer.Fit([English, Mixed]);

        Assert.Equal(English, tokenizer.Decode(tokenizer.Encode(English)));
        Assert.Equal(Mixed, tokenizer.Decode(tokenizer.Encode(Mixed)));
    }

    [Fact]
    public void Cutting_a_text_that_was_put_together_again_gives_the_same_words() =>
        Prop.ForAll(TokenizerTexts.WellFormed.Filter(text => !text.Contains('\'') && !text.Contains('<')), text =>
        {
            string[] words = [.. WordTokenizer.Fit([text, "x"]).EncodeToTokens(text, out _).Select(token => token.Value)];
            string joined = string.Concat(words);
            string source = string.Concat(text.EnumerateRunes().Where(rune => !System.Text.Rune.IsWhiteSpace(rune) && !System.Text.Rune.IsControl(rune)));
            return joined.Replace("\r", string.Empty, StringComparison.Ordinal) == source;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_fast_path_and_the_library_s_way_give_the_same_ids() =>
        Prop.ForAll(TokenizerTexts.WellFormed, TokenizerTexts.WellFormed, (text, training) =>
        {
            WordTokenizer tokenizer = WordTokenizer.Fit([training, "x"], lowercase: true);
            return tokenizer.Encode(text).SequenceEqual(tokenizer.EncodeToIds(text));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Unknown_words_stay_visible_and_padding_does_not()
    {
        WordTokenizer tokenizer = WordTokenizer.Fit(["a b"]);

        Assert.Equal("a <unk> b", tokenizer.Decode([2, 1, 3, 0, 0]));
    }
}
