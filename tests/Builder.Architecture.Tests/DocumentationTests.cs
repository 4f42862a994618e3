using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>What the pages say about the tree is so.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_link_to_a_file_or_folder_resolves() => Assert.Empty(
        from page in Pages()
        from Match link in Link().Matches(Repository.Read(page))
        let target = Uri.UnescapeDataString(link.Groups["target"].Value)
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        where !Resolves(page, target)
        select $"{page}: {target}");

    [Fact]
    public void Every_path_that_the_tour_and_the_guide_name_exists() => Assert.Empty(
        from page in new[] { "README.md", "README.zh.md", "CONTRIBUTING.md", "THIRD-PARTY-NOTICES.md" }
        from Match path in NamedPath().Matches(Repository.Read(page))
        let name = path.Groups["path"].Value
        where !PlaceHolder().IsMatch(name) && !Exists(Path.Combine(Repository.Root, name))
        select $"{page}: {name}");

    [Fact]
    public void The_list_of_decisions_names_every_note()
    {
        var index = Repository.Read("docs/decisions/README.md");

        Assert.All(Repository.Files("docs/decisions", ".md").Select(Path.GetFileName).Where(note => note != "README.md"),
            note => Assert.Contains($"({note})", index, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_package_is_named_in_the_third_party_notices()
    {
        var notices = Repository.Read("THIRD-PARTY-NOTICES.md");
        var packages = Repository.ReadProject("Directory.Packages.props").Descendants("PackageVersion")
            .Select(package => (string)package.Attribute("Include")!);

        Assert.All(packages, package => Assert.Contains($"| {package} ", notices, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_ready_project_has_its_page_in_both_languages_and_stands_in_the_readme()
    {
        var readme = Repository.Read("README.md");
        foreach (var folder in ReadyProjects())
        {
            var page = Repository.Read($"templates/{folder}/README.md");
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", page);
            Assert.Contains($"./builder train templates/{folder}", page, StringComparison.Ordinal);
            Assert.Contains($"(templates/{folder})", readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_data_file_of_a_ready_project_has_its_origin_and_licence()
    {
        string[] ours = ["README.md", "SOURCE.md", "card.json", "picture.svg"];
        foreach (var folder in ReadyProjects())
        {
            var source = Repository.Read($"templates/{folder}/SOURCE.md");
            Assert.Contains("**Licence", source, StringComparison.Ordinal);
            Assert.All(Repository.Files($"templates/{folder}").Select(Path.GetFileName).Except(ours)
                    .Where(file => !Regex.IsMatch(file!, @"^project(-[a-z-]+)?\.json$")),
                file => Assert.Contains($"`{file}`", source, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> ReadyProjects() =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "templates")).Select(folder => Path.GetFileName(folder)!);

    private static IEnumerable<string> Pages() =>
        Repository.Files("docs", ".md").Concat(Repository.Files("templates", ".md"))
            .Concat(["README.md", "README.zh.md", "CONTRIBUTING.md", "THIRD-PARTY-NOTICES.md"]);

    private static bool Resolves(string page, string target)
    {
        var (path, anchor) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
        var file = path.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, path);
        return Exists(Path.Combine(Repository.Root, file)) && (anchor is null || Anchors(file).Contains(anchor));
    }

    private static IEnumerable<string> Anchors(string page) =>
        from line in Repository.ReadLines(page)
        where line.StartsWith('#')
        let title = line.TrimStart('#').Trim().ToLowerInvariant()
        select Regex.Replace(title, @"[^\p{L}\p{N} _-]", "").Replace(' ', '-');

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(?:src|tests|docs|templates|scripts|\.ci)(?:/[\w.*-]+)+)`")]
    private static partial Regex NamedPath();

    // Upper-case parts of a path stand for a name of the reader's choice: FAMILY/KIND.cs.
    [GeneratedRegex(@"/[A-Z]{3,}(?:[./]|$)|\*")]
    private static partial Regex PlaceHolder();
}
