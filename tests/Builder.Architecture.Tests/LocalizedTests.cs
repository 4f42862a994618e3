namespace Builder.Architecture.Tests;

/// <summary>Every text of the product is complete in English and in Simplified Chinese.</summary>
public sealed class LocalizedTests
{
    public static TheoryData<string> AllRooms => new(Rooms.MayReference.Keys);

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Every_literal_text_is_complete_in_both_languages(string room)
    {
        var faults = LocalizedTexts.Literals(Rooms.AssemblyPath(room)).Select(Describe).OfType<string>();

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_text_with_inserted_values_is_complete_in_both_languages()
    {
        var faults = Repository.Files("src", ".cs").SelectMany(LocalizedTexts.WithInsertedValues).Select(Describe).OfType<string>();

        Assert.Empty(faults);
    }

    [Fact]
    public void The_search_finds_the_texts_of_the_catalog() =>
        Assert.Contains(LocalizedTexts.Literals(Rooms.AssemblyPath("Builder.Graph")), pair => pair is { En: "Linear", Zh: "全连接层" });

    [Theory]
    [InlineData("A text", "A text", "is not translated")]
    [InlineData("A text", "", "is empty in one language")]
    [InlineData("A 文", "一段文字", "has Chinese in the English text")]
    [InlineData("A text", "Un texte", "has no Chinese in the Chinese text")]
    public void An_incomplete_pair_is_told_apart(string en, string zh, string fault) =>
        Assert.Equal(fault, TextRules.Fault(new TextPair("here", en, zh)));

    [Theory]
    [InlineData("ReLU", "ReLU")]
    [InlineData("Linear", "全连接层")]
    [InlineData("Alpha", "α")]
    [InlineData("a picture [N, channels]", "图片 [N, 通道, 高]")]
    [InlineData("Not found: a, b", "未找到：a, b")]
    public void A_complete_pair_passes(string en, string zh) => Assert.Null(TextRules.Fault(new TextPair("here", en, zh)));

    private static string? Describe(TextPair pair) =>
        TextRules.Fault(pair) is { } fault ? $"{pair.Place}: {fault}: \"{pair.En}\" / \"{pair.Zh}\"" : null;
}
