using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>Packages that could be swapped are named in one place only.</summary>
public sealed partial class PackageTests
{
    private const string Diagrams = "src/Builder.Web/Drawings/Diagram/";

    [Fact]
    public void Blazor_Diagrams_is_named_in_its_folder_only()
    {
        var naming = Repository.Files("src", ".cs", ".razor").Where(file => NamesDiagrams().IsMatch(Repository.Read(file))).ToList();

        Assert.NotEmpty(naming);
        Assert.All(naming, file => Assert.StartsWith(Diagrams, file, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_of_Blazor_Diagrams_is_served_to_browsers() =>
        Assert.Contains("Z.Blazor.Diagrams\" ExcludeAssets=\"build;", Repository.Read("src/Builder.Web/Builder.Web.csproj"), StringComparison.Ordinal);

    [GeneratedRegex(@"\bBlazor\.Diagrams\b|\bSvgPathProperties\b")]
    private static partial Regex NamesDiagrams();
}
