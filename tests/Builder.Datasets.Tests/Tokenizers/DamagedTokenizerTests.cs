using System.Text;
using Builder.Datasets.Tokenizers;
using Builder.Graph.Data;
using Builder.Tests.Damaged;

namespace Builder.Datasets.Tests.Tokenizers;

/// <summary>Saved tokenizers, which come with a model from anywhere, that are damaged: they cut text or are refused in words.</summary>
public sealed class DamagedTokenizerTests
{
    [Theory]
    [InlineData(TokenizerKind.Character)]
    [InlineData(TokenizerKind.Word)]
    [InlineData(TokenizerKind.Bpe)]
    [InlineData(TokenizerKind.Wordpiece)]
    public void A_damaged_tokenizer_cuts_text_or_is_refused_in_words(TokenizerKind kind)
    {
        var state = TokenizerFactory.Fit(kind, [TokenizerTexts.Chinese, "Some plain words, some plain text."], vocabularySize: kind == TokenizerKind.Bpe ? 300 : 60).State.ToJson();
        Damage.Try($"tokenizer {kind}", Encoding.UTF8.GetBytes(state), bytes =>
        {
            try
            {
                var tokenizer = TokenizerFactory.Load(TokenizerState.FromJson(Encoding.UTF8.GetString(bytes)));
                tokenizer.Decode(tokenizer.Encode("Some NEW words: 明月 😀"));
            }
            catch (DataException refused)
            {
                Assert.NotEmpty(refused.Words.Zh);
            }
        });
    }
}
