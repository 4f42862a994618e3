using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace TorchSharp.Compat.Tests.Api;

public sealed partial class ApiListTests
{
    [Fact]
    public void Every_public_member_is_in_the_list_of_TorchSharps_api_to_the_letter()
    {
        var listed = ReadList();
        var own = OwnTypes().SelectMany(ApiFormatter.Lines).ToArray();

        var strangers = own.Where(line => !listed.Contains(line)).ToArray();

        Assert.True(own.Length > 300, $"Only {own.Length} members were found, so this test looks in the wrong place.");
        Assert.True(strangers.Length == 0, $"{strangers.Length} members are not TorchSharp's:\n" + string.Join('\n', strangers));
    }

    [Fact]
    public void Every_public_type_is_in_the_list_of_TorchSharps_api()
    {
        var listed = ReadTypes();

        var strangers = OwnTypes().Select(ApiFormatter.FullName).Where(name => !listed.Contains(name)).ToArray();

        Assert.Empty(strangers);
    }

    [Fact]
    public void A_member_with_another_default_is_told_apart()
    {
        var line = ApiFormatter.Lines(typeof(nn.functional)).Single(l => l.Contains(".softplus(", StringComparison.Ordinal));

        Assert.Contains("double beta = 1, double threshold = 20", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line.Replace("= 20", "= 21", StringComparison.Ordinal), ReadList());
    }

    private static IEnumerable<Type> OwnTypes() =>
        typeof(torch).Assembly.GetTypes()
            .Where(type => type.IsVisible && type.Namespace != "TorchSharp.Extras");

    private static HashSet<string> ReadList() =>
        [.. Lines().Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => Markers().Replace(line.Trim(), ""))];

    private static HashSet<string> ReadTypes() =>
        [.. Lines().Where(line => line.StartsWith("T ", StringComparison.Ordinal)).Select(line => line[2..].Split(" : ")[0])];

    private static string[] Lines()
    {
        using var stream = typeof(ApiListTests).Assembly.GetManifestResourceStream("api-0.107.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>How a method is dispatched is no part of how it is called.</summary>
    [GeneratedRegex(" (virtual|abstract)(?= protected|$)")]
    private static partial Regex Markers();
}
