using System.Text.Json;
using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>The lock files hold what the projects ask for, for every system that Builder is packed for.</summary>
public sealed partial class LockFileTests
{
    private static readonly Dictionary<string, string> Versions = Repository.ReadProject("Directory.Packages.props").Descendants("PackageVersion")
        .ToDictionary(package => (string)package.Attribute("Include")!, package => (string)package.Attribute("Version")!, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Systems = PackageSystems().Match(Repository.Read("scripts/lib/package.sh")).Groups[1].Value.Split(' ');

    public static TheoryData<string> AllProjects => new(new[] { "src", "tests", "bench" }.SelectMany(folder => Repository.Files(folder, ".csproj")));

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void Every_project_has_its_lock_files_and_no_others(string project)
    {
        var differs = DiffersBySystem().IsMatch(Repository.Read(project));
        IEnumerable<string> expected = differs ? Systems.Select(system => $"packages.{system}.lock.json") : ["packages.lock.json"];

        Assert.Equal(expected.Order(StringComparer.Ordinal), LockFiles(project).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void What_a_project_asks_for_is_locked_at_the_version_of_the_one_list(string project)
    {
        var asked = Repository.ReadProject(project).Descendants("PackageReference").Select(package => (string)package.Attribute("Include")!).ToList();
        foreach (var file in LockFiles(project))
        {
            var direct = Entries(file).Where(entry => entry.Type == "Direct").ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);

            Assert.All(asked, package => Assert.Contains(package, direct.Keys, StringComparer.OrdinalIgnoreCase));
            Assert.All(direct.Values, entry => Assert.Equal((entry.Name, Versions[entry.Name]), (entry.Name, entry.Version)));
        }
    }

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void Every_locked_package_has_its_hash_and_none_names_a_source(string project)
    {
        foreach (var file in LockFiles(project))
        {
            Assert.DoesNotContain("://", Repository.Read(file), StringComparison.Ordinal);
            Assert.All(Entries(file).Where(entry => entry.Type != "Project"), entry => Assert.Equal(88, entry.Hash?.Length));
        }
    }

    [Fact]
    public void Each_system_has_the_libtorch_of_its_own_and_no_other()
    {
        foreach (var system in Systems)
        {
            var torch = Entries($"src/Builder.Runner/packages.{system}.lock.json").Select(entry => entry.Name)
                .Where(name => name.StartsWith("libtorch-cpu-", StringComparison.OrdinalIgnoreCase)).ToList();

            Assert.NotEmpty(torch);
            Assert.All(torch, name => Assert.StartsWith($"libtorch-cpu-{system}", name, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static IEnumerable<string> LockFiles(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!), "*.lock.json").Select(Repository.Relative);

    // A part for a system repeats what differs there: the part for all of them comes first.
    private static IEnumerable<(string Name, string Type, string? Version, string? Hash)> Entries(string file)
    {
        using var document = JsonDocument.Parse(Repository.Read(file));
        return [.. document.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(part => part.Value.EnumerateObject())
            .Select(entry => (entry.Name, Text(entry.Value, "type")!, Text(entry.Value, "resolved"), Text(entry.Value, "contentHash")))
            .Distinct()];
    }

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetString() : null;

    [GeneratedRegex("package_systems=\"([^\"]*)\"")]
    private static partial Regex PackageSystems();

    [GeneratedRegex("<(DiffersBySystem|UsesTorchSharp)>true<")]
    private static partial Regex DiffersBySystem();
}
