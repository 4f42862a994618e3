using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>What is stored and sent as a code has words in both languages, and every message brings what its words need.</summary>
public sealed partial class MessageTests
{
    [Fact]
    public void Every_template_is_complete_in_both_languages()
    {
        var faults = MessageTemplates.Declared.Select(t => TextRules.Describe(new($"{t.File} {t.Code}", Told(t.En), Told(t.Zh)))).OfType<string>();

        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    [Fact]
    public void Both_languages_put_the_same_values_in() => Assert.All(
        MessageTemplates.Declared.Where(t => t.Code is not "verbatim"),
        t => Assert.Equal(
            t.Holes.Where(h => !InOneLanguage.Contains(h)).Order(StringComparer.Ordinal),
            MessageTemplates.HolesIn(t.Zh).Where(h => !InOneLanguage.Contains(h)).Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_code_stands_once()
    {
        var twice = MessageTemplates.Declared.GroupBy(t => t.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.File))}");

        Assert.Empty(twice);
        Assert.True(MessageTemplates.Declared.Count > 150);
    }

    [Fact]
    public void Every_message_brings_exactly_what_its_words_need()
    {
        var known = MessageTemplates.Declared.ToLookup(t => t.Name);
        var faults = Repository.Files("src", ".cs").SelectMany(file => MessageTemplates.MadeIn(file, Repository.Read(file))).Select(made =>
        {
            var (owner, name) = made.Template.Split('.') is [var qualified, var own] ? (qualified, own) : (null, made.Template);
            var template = known[name].FirstOrDefault(t => owner is null ? t.File == made.File : t.Owner == owner);
            return template is null ? $"{made.File}: there is no template {made.Template}" : Fault(made, template);
        }).OfType<string>();

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("""Lost.With(("file", name))""", "Lost", "file")]
    [InlineData("""Words.Lost.With(("file", Short(name, "x")), ("row", 3))""", "Words.Lost", "file,row")]
    [InlineData("""(a ? One : Words.Two).With(("inner", Lost.With(("file", name))))""", "One,Words.Two,Lost", "inner|inner|file")]
    [InlineData("""Lost.With()""", "Lost", "")]
    [InlineData("Lost.With(\n    (\"file\", name))", "Lost", "file")]
    public void The_search_finds_what_is_made(string source, string templates, string arguments)
    {
        var made = MessageTemplates.MadeIn("x.cs", source).ToArray();

        Assert.Equal(templates, string.Join(',', made.Select(m => m.Template)));
        Assert.Equal(arguments, string.Join('|', made.Select(m => string.Join(',', m.Arguments))));
    }

    [Theory]
    [InlineData("file", null)]
    [InlineData("file,row", "row is not in the words")]
    [InlineData("row", "file is missing; row is not in the words")]
    public void A_message_that_does_not_fit_is_named(string arguments, string? fault) => Assert.Equal(
        fault is null ? null : $"x.cs: Lost: {fault}",
        Fault(new("x.cs", "Lost", arguments.Split(',')), new("x.cs", "", "Lost", "lost", "{file} is lost.", "{file} 丢失了。")));

    // A number of pixels is told in millions in English and in units of ten thousand in Chinese.
    private static readonly string[] InOneLanguage = ["millions", "tenThousands"];

    private static string? Fault(MadeMessage made, DeclaredTemplate template)
    {
        var needed = template.Holes.Concat(MessageTemplates.HolesIn(template.Zh)).ToHashSet(StringComparer.Ordinal);
        var faults = needed.Except(made.Arguments).Select(n => $"{n} is missing").Concat(made.Arguments.Except(needed).Select(n => $"{n} is not in the words")).ToArray();
        return faults.Length == 0 ? null : $"{made.File}: {made.Template}: {string.Join("; ", faults)}";
    }

    // A word for one and a word for many stands for itself; how a value is written may differ by language.
    private static string Told(string words) => Value().Replace(Plural().Replace(words, "$1"), "0");

    [GeneratedRegex(@"\{\w+\|([^{}|]*)\|[^{}|]*\}")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\{\w+(?::[^{}]+)?\}")]
    private static partial Regex Value();
}
