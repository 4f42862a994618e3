using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Storage.Files;

namespace Builder.Web.Home;

/// <summary>The ready projects that come with the product. They do not change while the server runs.</summary>
/// <param name="folder">The folder that holds a folder for each.</param>
public sealed class ReadyProjects(string folder)
{
    private const string Document = "project.json";
    private const string Card = "card.json";
    private const string Picture = "picture.svg";

    // What tells about a project is no data of it; where the data come from goes along.
    private static readonly string[] NotData = [Document, Card, Picture, "README.md"];

    private readonly Lazy<IReadOnlyList<ReadyProject>> _all = new(() => Read(folder));

    /// <summary>All of them, easiest first.</summary>
    public IReadOnlyList<ReadyProject> List() => _all.Value;

    /// <summary>The document of one of them, named and described in a language.</summary>
    public ProjectDocument DocumentOf(ReadyProject project, string language)
    {
        ArgumentNullException.ThrowIfNull(project);
        var document = ProjectJson.Read(File.ReadAllBytes(Path.Combine(folder, project.Id, Document)));
        return Called(document, language == "zh" ? project.Card.Words : null) with
        {
            Name = project.Card.Name.In(language),
            Description = project.Card.Text.In(language),
        };
    }

    /// <summary>Copies the data of a ready project, without runs that were made inside it.</summary>
    public void CopyDataTo(ReadyProject project, string target)
    {
        ArgumentNullException.ThrowIfNull(project);
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, project.Id)).Where(IsData))
        {
            OwnerOnly.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    // The names that people see on the canvas and beside the scores; ids stay as they are.
    private static ProjectDocument Called(ProjectDocument document, IReadOnlyDictionary<string, string>? words)
    {
        string In(string name) => words?.GetValueOrDefault(name) ?? name;
        return words is null ? document : document with
        {
            Blocks = document.Blocks.SetItems(document.Blocks.Values.Where(b => b.Label is not null).Select(b => KeyValuePair.Create(b.Id, b with { Label = In(b.Label!) }))),
            Groups = document.Groups.SetItems(document.Groups.Values.Select(g => KeyValuePair.Create(g.Id, g with { Name = In(g.Name) }))),
        };
    }

    private static bool IsData(string file) =>
        !NotData.Contains(Path.GetFileName(file)) && !(Path.GetFileName(file).StartsWith("project-", StringComparison.Ordinal) && file.EndsWith(".json", StringComparison.Ordinal));

    private static List<ReadyProject> Read(string folder) =>
    [
        .. Directory.EnumerateDirectories(folder)
            .Where(project => File.Exists(Path.Combine(project, Document)) && File.Exists(Path.Combine(project, Card)))
            .Select(project => new ReadyProject(
                Path.GetFileName(project),
                JsonSerializer.Deserialize<ReadyCard>(File.ReadAllBytes(Path.Combine(project, Card)), JsonSerializerOptions.Web)!,
                File.ReadAllText(Path.Combine(project, Picture))))
            .OrderBy(project => project.Card.Order),
    ];
}
