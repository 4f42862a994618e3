using Builder.Datasets.Tokenizers;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Tokenizers;

public class BytePairTrainerTests
{
    [Fact]
    public void The_most_frequent_pair_is_merged_first()
    {
        TokenizerState state = BytePairTrainer.Train(["hug hug hug hug pun pun bun hugs"], vocabularySize: BytePairTrainer.MinVocabularySize + 3);

        // "h u" and "u g" both occur 5 times: the pair with the lower bytes wins.
        Assert.Equal(["h u", "hu g", "Ġ hug"], state.Merges);
        Assert.Equal(["hu", "hug", "Ġhug"], state.Vocabulary!.Skip(BytePairTrainer.MinVocabularySize));
    }

    [Fact]
    public void Overlapping_pairs_are_merged_from_the_left()
    {
        TokenizerState state = BytePairTrainer.Train(["aaaaaaaa"]);
        FittedTokenizer tokenizer = TokenizerFactory.Load(state);

        Assert.Equal(["a a", "aa aa"], state.Merges);
        Assert.Equal(["aaaa", "a"], tokenizer.Encode("aaaaa").Select(id => tokenizer.Decode([id])));
    }

    [Fact]
    public void Training_agrees_with_counting_all_pairs_anew_after_each_merge() =>
        Prop.ForAll(Gen.Elements('a', 'b', 'c', ' ').ArrayOf(60).Select(letters => new string(letters)).ToArbitrary(), text =>
        {
            text += "ab";
            IReadOnlyList<string> merges = BytePairTrainer.Train([text]).Merges!;
            return merges.SequenceEqual(NaiveBytePairs.Merges(text));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_given_back_whatever_was_learned() =>
        Prop.ForAll(TokenizerTexts.WellFormed, TokenizerTexts.WellFormed, (training, text) =>
        {
            FittedTokenizer tokenizer = TokenizerFactory.Load(BytePairTrainer.Train([training, "x"], vocabularySize: 300));
            return tokenizer.Decode(tokenizer.Encode(text)) == text && tokenizer.Decode(tokenizer.Encode(training)) == training;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_larger_vocabulary_makes_fewer_tokens_of_the_same_text()
    {
        string text = string.Concat(Enumerable.Range(1, 400).Select(i => $"The {i % 7}th reader read {i % 13} books of the library. "));

        int small = TokenizerFactory.Load(BytePairTrainer.Train([text], 260)).Encode(text).Length;
        int large = TokenizerFactory.Load(BytePairTrainer.Train([text], 400)).Encode(text).Length;

        Assert.True(large < small / 2, $"{large} {small}");
    }

    [Fact]
    public void A_cut_character_is_shown_as_the_replacement_character()
    {
        FittedTokenizer tokenizer = TokenizerFactory.Load(BytePairTrainer.Train(["x"]));
        int[] ids = tokenizer.Encode("中");

        Assert.Equal(3, ids.Length);
        Assert.Equal("\uFFFD", tokenizer.Decode(ids[..1]));
    }
}
