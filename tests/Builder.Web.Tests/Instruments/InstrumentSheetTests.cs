using System.Globalization;
using System.Text.RegularExpressions;
using Builder.Web.Shell;

namespace Builder.Web.Tests.Instruments;

/// <summary>The sheet that gives MudBlazor our tokens says all that its own sheet asks for, and nothing that the tokens do not.</summary>
public sealed partial class InstrumentSheetTests
{
    private static readonly string Tokens = Sheet("tokens.css");
    private static readonly string Variables = Sheet("instruments/variables.css");
    private static readonly string Library = File.ReadAllText(LibrarySheet());

    [Fact]
    public void Every_variable_that_the_library_reads_is_given()
    {
        var read = Read().Matches(Library).Select(m => m.Groups["name"].Value).ToHashSet();
        var own = Set().Matches(Library).Select(m => m.Groups["name"].Value).ToHashSet();
        var given = Set().Matches(Variables).Select(m => m.Groups["name"].Value).ToHashSet();

        Assert.True(read.Count > 100);
        Assert.Empty(read.Except(own).Except(given));
        Assert.Empty(given.Except(read));
    }

    [Fact]
    public void Every_token_that_it_refers_to_exists() => Assert.All(
        Token().Matches(Variables).Select(m => m.Groups["name"].Value).Distinct(), token => Assert.Contains($"  {token}: ", Tokens, StringComparison.Ordinal));

    [Theory]
    [InlineData("primary", "accent")]
    [InlineData("secondary", "live")]
    [InlineData("tertiary", "info")]
    [InlineData("info", "info")]
    [InlineData("success", "success")]
    [InlineData("warning", "warning")]
    [InlineData("error", "danger")]
    [InlineData("dark", "text")]
    [InlineData("text-primary", "text")]
    [InlineData("divider", "line")]
    public void A_colour_that_is_taken_apart_is_the_token_s_in_both_themes(string name, string token)
    {
        var hex = Regex.Match(Tokens, $@"--color-{token}: light-dark\(#(?<light>[0-9a-f]{{6}}), #(?<dark>[0-9a-f]{{6}})\)");
        var given = Regex.Matches(Variables, $@"--mud-palette-{name}-rgb: (?<value>[\d, ]+);").Select(m => m.Groups["value"].Value);

        Assert.Equal([Parts(hex.Groups["light"].Value), Parts(hex.Groups["dark"].Value), Parts(hex.Groups["dark"].Value)], given);
    }

    [Fact]
    public void All_parts_have_words_in_both_languages_under_names_that_the_library_knows()
    {
        var known = typeof(MudBlazor.MudLocalizer).Assembly.GetType("MudBlazor.Resources.LanguageResource")!
            .GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Select(f => f.Name).ToHashSet();

        Assert.All(Builder.Web.Instruments.InstrumentTexts.All, text =>
        {
            Assert.Contains(text.Key, known);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text.Value.Zh);
        });
        Assert.All(known.Where(key => Used().IsMatch(key)), key => Assert.True(Builder.Web.Instruments.InstrumentTexts.All.ContainsKey(key), key));
    }

    [Fact]
    public void Words_follow_the_window()
    {
        var ui = new UiState();
        var texts = new Builder.Web.Instruments.InstrumentTexts(ui);
        Assert.Equal("Next month: (June)", texts["MudBaseDatePicker_NextMonth", "(June)"].Value);
        ui.SetLanguage(UiState.Chinese);
        Assert.Equal("下个月：(六月)", texts["MudBaseDatePicker_NextMonth", "(六月)"].Value);
        Assert.True(texts["MudSomething_Else"].ResourceNotFound);
    }

    private static string Parts(string hex) => string.Join(", ", Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

    private static string Sheet(string name) => File.ReadAllText(Path.Combine(Repository.Root, "src", "Builder.Web", "wwwroot", "css", name));

    /// <summary>Where the build took the library's sheet from.</summary>
    private static string LibrarySheet()
    {
        var manifest = Directory.GetFiles(AppContext.BaseDirectory, "*.staticwebassets.runtime.json").Select(File.ReadAllText).First(text => text.Contains("mudblazor", StringComparison.OrdinalIgnoreCase));
        var root = Regex.Match(manifest, @"""(?<root>[^""]*mudblazor[^""]*staticwebassets[^""]*)""", RegexOptions.IgnoreCase).Groups["root"].Value.Replace("\\\\", "/", StringComparison.Ordinal);
        return Path.Combine(root, "MudBlazor.min.css");
    }

    [GeneratedRegex(@"var\((?<name>--mud-[a-z0-9-]+)")]
    private static partial Regex Read();

    [GeneratedRegex(@"[{;]\s*(?<name>--mud-[a-z0-9-]+):")]
    private static partial Regex Set();

    [GeneratedRegex(@"var\((?<name>--[a-z0-9-]+)\)")]
    private static partial Regex Token();

    [GeneratedRegex("^(MudBaseDatePicker|MudTimePicker|MudInput)_")]
    private static partial Regex Used();
}
