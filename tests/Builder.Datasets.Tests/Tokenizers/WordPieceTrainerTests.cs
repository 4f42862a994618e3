using Builder.Datasets.Tokenizers;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Tokenizers;

public class WordPieceTrainerTests
{
    [Fact]
    public void Pieces_that_do_not_begin_a_word_are_marked()
    {
        FittedTokenizer tokenizer = TokenizerFactory.Load(WordPieceTrainer.Train(["Playing playing played player sings"], lowercase: true));

        string[] pieces = [.. tokenizer.Tokenizer.EncodeToTokens("plays", out _).Select(token => token.Value)];

        Assert.Equal(["play", "##s"], pieces);
    }

    [Fact]
    public void A_character_never_seen_makes_the_word_unknown()
    {
        FittedTokenizer tokenizer = TokenizerFactory.Load(WordPieceTrainer.Train(["abc abc"]));

        Assert.Equal([SpecialTokens.UnknownId, tokenizer.Encode("abc")[0]], tokenizer.Encode("abz abc"));
    }

    [Fact]
    public void Words_of_the_training_text_are_given_back() =>
        Prop.ForAll(Gen.Elements("abcé中 ".ToCharArray()).ArrayOf(40).Select(letters => new string(letters)).ToArbitrary(), text =>
        {
            FittedTokenizer tokenizer = TokenizerFactory.Load(WordPieceTrainer.Train([text, "x"]));
            string spaced = string.Join(' ', text.Replace("中", " 中 ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
            return tokenizer.Decode(tokenizer.Encode(text)) == spaced;
        }).QuickCheckThrowOnFailure();
}
