using Builder.Datasets.Tokenizers;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Tokenizers;

public class CharacterTokenizerTests
{
    [Fact]
    public void Ids_follow_the_code_points_after_padding_and_unknown()
    {
        CharacterTokenizer tokenizer = CharacterTokenizer.Fit(["cab", "b"]);

        Assert.Equal(["<pad>", "<unk>", "a", "b", "c"], tokenizer.Vocabulary.OrderBy(pair => pair.Value).Select(pair => pair.Key));
        Assert.Equal([4, 2, 3, 1], tokenizer.Encode("cab!"));
    }

    [Fact]
    public void Decoding_an_encoded_text_gives_the_text() =>
        Prop.ForAll(TokenizerTexts.WellFormed, text =>
        {
            CharacterTokenizer tokenizer = CharacterTokenizer.Fit([text, "a"]);
            return tokenizer.Decode(tokenizer.Encode(text)) == text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_fast_path_and_the_library_s_way_give_the_same_ids() =>
        Prop.ForAll(TokenizerTexts.WellFormed, TokenizerTexts.WellFormed, (text, training) =>
        {
            CharacterTokenizer tokenizer = CharacterTokenizer.Fit([training, "aÀ"], lowercase: training.Length % 2 == 0);
            return tokenizer.Encode(text).SequenceEqual(tokenizer.EncodeToIds(text))
                && tokenizer.Encode(text).SequenceEqual(tokenizer.EncodeToTokens(text, out _).Select(token => token.Id));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_character_outside_the_basic_plane_is_one_token()
    {
        CharacterTokenizer tokenizer = CharacterTokenizer.Fit([TokenizerTexts.Chinese]);

        Assert.Single(tokenizer.Encode("𠀀"));
        Assert.Equal(4, tokenizer.Encode("明月𠀀光").Length);
        Assert.Equal("𠀀", tokenizer.EncodeToTokens("月𠀀", out _)[1].Value);
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        CharacterTokenizer tokenizer = CharacterTokenizer.Fit(["ab"]);

        Assert.Equal([2, 1, 3], tokenizer.Encode("a\uD83Db"));
        Assert.Equal("a\uFFFDb", tokenizer.Decode(tokenizer.Encode("a\uD83Db")));
    }

    [Fact]
    public void A_limited_vocabulary_keeps_the_most_frequent_characters()
    {
        CharacterTokenizer tokenizer = CharacterTokenizer.Fit(["zzzyyx"], vocabularySize: 4);

        Assert.Equal([3, 2, 1], tokenizer.Encode("zyx"));
    }

    [Fact]
    public void Lowercase_makes_capitals_small_in_fitting_and_encoding()
    {
        CharacterTokenizer tokenizer = CharacterTokenizer.Fit(["AbÉ"], lowercase: true);

        Assert.Equal("abé", tokenizer.Decode(tokenizer.Encode("aBÉ")));
        Assert.Equal(5, tokenizer.Vocabulary.Count);
    }

    [Fact]
    public void Empty_text_has_no_ids()
    {
        CharacterTokenizer tokenizer = CharacterTokenizer.Fit(["a"]);

        Assert.Empty(tokenizer.Encode(string.Empty));
        Assert.Empty(tokenizer.EncodeToIds(string.Empty));
        Assert.Equal(string.Empty, tokenizer.Decode([]));
    }

    [Fact]
    public void A_line_of_ten_megabytes_survives_the_round_trip()
    {
        string line = string.Concat(Enumerable.Repeat("春眠不觉晓 abc 😀 ", 10_000_000 / 15));
        CharacterTokenizer tokenizer = CharacterTokenizer.Fit([line]);

        Assert.Equal(line, tokenizer.Decode(tokenizer.Encode(line)));
    }

    [Fact]
    public void Decoding_into_a_span_stops_before_the_token_that_does_not_fit()
    {
        CharacterTokenizer tokenizer = CharacterTokenizer.Fit(["ab😀"]);
        var room = new char[3];

        System.Buffers.OperationStatus status = tokenizer.Decode(tokenizer.Encode("ab😀"), room, out int ids, out int characters);

        Assert.Equal(System.Buffers.OperationStatus.DestinationTooSmall, status);
        Assert.Equal((2, 2, "ab"), (ids, characters, new string(room, 0, characters)));
    }

    [Fact]
    public void Cutting_after_a_number_of_tokens_says_how_much_text_was_used()
    {
        CharacterTokenizer tokenizer = CharacterTokenizer.Fit(["ab😀cd"]);

        Assert.Equal(4, tokenizer.GetIndexByTokenCount("ab😀cd", 3, out _, out int count));
        Assert.Equal(3, count);
        Assert.Equal(5, tokenizer.CountTokens("ab😀cd"));
    }
}
