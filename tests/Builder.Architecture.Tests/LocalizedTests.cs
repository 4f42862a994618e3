using System.Text.Json;

namespace Builder.Architecture.Tests;

/// <summary>Every text of the product is complete in English and in Simplified Chinese.</summary>
public sealed class LocalizedTests
{
    public static TheoryData<string> AllRooms => new(Rooms.MayReference.Keys);

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Every_literal_text_is_complete_in_both_languages(string room)
    {
        var faults = LocalizedTexts.Literals(Rooms.AssemblyPath(room)).Select(TextRules.Describe).OfType<string>();

        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    [Fact]
    public void Every_text_with_inserted_values_is_complete_in_both_languages()
    {
        var faults = Repository.Files("src", ".cs").SelectMany(LocalizedTexts.WithInsertedValues).Select(TextRules.Describe).OfType<string>();

        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    [Fact]
    public void The_search_finds_the_texts_of_the_catalog() =>
        Assert.Contains(LocalizedTexts.Literals(Rooms.AssemblyPath("Builder.Graph")), pair => pair is { En: "Linear", Zh: "全连接层" });

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_pair_is_judged_as_those_of_the_browser_s_part_are(string en, string zh, string? fault) =>
        Assert.Equal(fault, TextRules.Fault(new TextPair("here", en, zh)));

    public static TheoryData<string, string, string?> Samples()
    {
        var samples = new TheoryData<string, string, string?>();
        foreach (var sample in JsonDocument.Parse(Repository.Read("tests/golden/texts.json")).RootElement.EnumerateArray())
        {
            samples.Add(sample.GetProperty("en").GetString()!, sample.GetProperty("zh").GetString()!, sample.GetProperty("fault").GetString());
        }

        return samples;
    }
}
