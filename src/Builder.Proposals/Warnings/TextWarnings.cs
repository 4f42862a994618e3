using Builder.Datasets.Import;
using Builder.Datasets.Profiles;

namespace Builder.Proposals.Warnings;

/// <summary>Too little text to learn a language from.</summary>
internal static class TextWarnings
{
    private const int Short = 50_000;

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection)
    {
        var characters = inspection.Table.Columns.OfType<TextColumn>().FirstOrDefault() is { Entries: [var text, ..] } ? text.Length : 0;
        if (characters < Short)
        {
            yield return new("short-text", WarningLevel.Warning, null, new(
                $"The text has {characters:N0} characters. The model will learn letters and some words from it, but hardly sentences; from some 100,000 characters on it gets interesting.",
                $"文本只有 {characters:N0} 个字符。模型能学到字和一些词，但很难学会句子；大约十万字符以上才比较有意思。"));
        }
    }
}
