using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Sheets;

/// <summary>Texts in JSON as programs write them that do not know what they write.</summary>
public sealed class JsonTextTests : IDisposable
{
    private const string Half = "\\ud83d";
    private const string OtherHalf = "\\ude00";

    private readonly TemporaryFolder _folder = new();

    /// <summary>A text that was cut after so many letters ends in the middle of an emoji.</summary>
    [Theory]
    [InlineData("[", ",", "]")]
    [InlineData("", "\n", "\n")]
    public void An_emoji_that_was_cut_in_two_spoils_nothing_but_itself(string before, string between, string after)
    {
        string[] records = [Record($"good {Half}{OtherHalf}"), Record($"cut {Half}"), Record($"{OtherHalf} begins"), Record($"a {Half}{Half}{OtherHalf}"), Record(@"\\ud83d is no escape"), Record("plain")];
        _folder.Write("t.json", before + string.Join(between, records) + after);

        var texts = SourceInspection.Of(new TableSource { Path = "t.json" }, _folder.Path, TestContext.Current.CancellationToken).Table.Get<TextColumn>("say \uFFFD");

        Assert.Equal(
            ["good \U0001F600", "cut \uFFFD", "\uFFFD begins", "a \uFFFD\U0001F600", @"\ud83d is no escape", "plain"], Enumerable.Range(0, texts.Count).Select(row => texts[row]));
    }

    public void Dispose() => _folder.Dispose();

    private static string Record(string text) => $$"""{"say {{Half}}":"{{text}}","n":1}""";
}
