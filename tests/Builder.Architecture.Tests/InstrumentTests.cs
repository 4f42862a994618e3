using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>MudBlazor stands behind our own parts, so that each can be swapped.</summary>
public sealed partial class InstrumentTests
{
    private const string Instruments = "src/Builder.Web/Instruments/";

    /// <summary>The sheets that dress it, and the project that fetches it.</summary>
    private static readonly string[] Others = ["src/Builder.Web/wwwroot/css/instruments", "src/Builder.Web/Builder.Web.csproj"];

    [Fact]
    public void Only_the_wrappers_name_the_library() => Assert.Empty(
        from file in Repository.Files("src", ".cs", ".razor", ".css", ".csproj", ".ts").Concat(Repository.Files("wwwroot-assets/src", ".ts", ".tsx", ".css"))
        where !file.StartsWith(Instruments, StringComparison.Ordinal) && !Others.Any(other => file.StartsWith(other, StringComparison.Ordinal))
        from line in Repository.ReadLines(file)
        where Library().IsMatch(line)
        select $"{file}: {line.Trim()}");

    [Fact]
    public void A_part_of_the_library_is_wrapped_once()
    {
        var uses = from file in Repository.Files(Instruments, ".razor")
                   from Match part in Part().Matches(Repository.Read(file))
                   select (Part: part.Groups["part"].Value, File: file);

        Assert.Equal(
            ["MudAutocomplete", "MudDataGrid", "MudDatePicker", "MudPopoverProvider", "MudTimePicker"],
            uses.Select(use => use.Part).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"MudBlazor|<Mud[A-Z]|\bmud-")]
    private static partial Regex Library();

    [GeneratedRegex(@"<(?<part>Mud[A-Z]\w+)")]
    private static partial Regex Part();
}
