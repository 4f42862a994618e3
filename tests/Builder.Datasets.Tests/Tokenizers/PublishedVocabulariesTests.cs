using System.Diagnostics;
using System.Text;
using Builder.Datasets.Tokenizers;
using FsCheck.Fluent;

namespace Builder.Datasets.Tests.Tokenizers;

/// <summary>The ids are those that the published models' own tokenizers give.</summary>
public class PublishedVocabulariesTests
{
    [Theory]
    [InlineData("Hello world", new[] { 15496, 995 })]
    [InlineData("Hello, my dog is cute", new[] { 15496, 11, 616, 3290, 318, 13779 })]
    [InlineData("<|endoftext|>x", new[] { 27, 91, 437, 1659, 5239, 91, 29, 87 })]
    [InlineData("", new int[0])]
    public void Gpt2_gives_the_published_ids(string text, int[] ids) => Assert.Equal(ids, PublishedVocabularies.Gpt2.EncodeToIds(text));

    [Theory]
    [InlineData("hello world", new[] { 7592, 2088 })]
    [InlineData("Hello, my dog is cute", new[] { 7592, 1010, 2026, 3899, 2003, 10140 })]
    [InlineData("UNwantéd,running", new[] { 18162, 1010, 2770 })]
    [InlineData("", new int[0])]
    public void Bert_gives_the_published_ids(string text, int[] ids) =>
        Assert.Equal(ids, PublishedVocabularies.Bert.EncodeToIds(text, addSpecialTokens: false));

    [Theory]
    [InlineData("Ünaffâble naïve Ångström", "una|##ffa|##ble|naive|ang|##strom")]
    [InlineData("ﾀ中国\u0301a\u0000b", "[UNK]|中|国|ab")]
    [InlineData("한", "ᄒ|##ᅡ|##ᆫ")]
    public void Bert_drops_accents_without_the_operating_system_s_tables(string text, string pieces) =>
        Assert.Equal(pieces, string.Join('|', PublishedVocabularies.Bert.EncodeToTokens(text, out _).Select(token => token.Value)));

    [Fact]
    public void Bert_marks_beginning_and_end_where_asked()
    {
        Assert.Equal([101, 7592, 2088, 102], PublishedVocabularies.Bert.EncodeToIds("hello world", addSpecialTokens: true));
        Assert.Equal(0, PublishedVocabularies.Bert.PaddingTokenId);
    }

    [Fact]
    public void Gpt2_gives_any_text_back() =>
        Prop.ForAll(TokenizerTexts.WellFormed, text => PublishedVocabularies.Gpt2.Decode(PublishedVocabularies.Gpt2.EncodeToIds(text)) == text)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(TokenizerTexts.Emoji)]
    [InlineData(TokenizerTexts.Chinese)]
    public void Gpt2_gives_emoji_and_chinese_back(string text) =>
        Assert.Equal(text, PublishedVocabularies.Gpt2.Decode(PublishedVocabularies.Gpt2.EncodeToIds(text)));

    [Theory]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("中")]
    [InlineData("😀")]
    [InlineData("word and ")]
    public void A_line_of_two_megabytes_takes_time_in_proportion_to_its_length(string unit)
    {
        string line = string.Concat(Enumerable.Repeat(unit, 2_000_000 / Encoding.UTF8.GetByteCount(unit)));
        var clock = Stopwatch.StartNew();

        Assert.Equal(line, PublishedVocabularies.Gpt2.Decode(PublishedVocabularies.Gpt2.EncodeToIds(line)));

        // Without a bound on the length of words this takes hours; with it, about a second.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }

    [Fact]
    public void Sizes_are_those_of_the_vocabularies()
    {
        Assert.Equal(PublishedVocabularies.Gpt2Size, PublishedVocabularies.Gpt2.Vocabulary.Count);
        Assert.Equal(PublishedVocabularies.Gpt2EndOfText, PublishedVocabularies.Gpt2.Vocabulary["<|endoftext|>"]);
        Assert.Equal("[UNK]", PublishedVocabularies.Bert.Decode([100]));
    }
}
