using System.Text;
using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Messages;

namespace Builder.Graph.Json;

/// <summary>What lies on the clipboard: blocks and remarks of one canvas, wrapped in the project that they come from.</summary>
/// <param name="Project">A project with the blocks and with the groups that they use.</param>
/// <param name="Group">The canvas that they were copied from; null for the main canvas.</param>
public sealed record Clipboard(ProjectDocument Project, string? Group)
{
    /// <summary>Ids of the copied blocks.</summary>
    public IReadOnlyCollection<string> Blocks => [.. Project.Blocks.Values.Where(b => b.Group == Group).Select(b => b.Id)];

    /// <summary>Ids of the copied remarks.</summary>
    public IReadOnlyCollection<string> Notes => [.. Project.Notes.Values.Where(n => n.Group == Group).Select(n => n.Id)];
}

/// <summary>
/// Reads the clipboard: {"builder":1,"group":null,"project":{…a project file…}}, or a project file by itself. It comes from anywhere, so
/// nothing is taken for granted.
/// </summary>
public static class ClipboardJson
{
    /// <summary>What a text from the clipboard holds.</summary>
    /// <exception cref="ProjectFileException">It is nothing that can be pasted; the words say why.</exception>
    public static Clipboard Read(string text)
    {
        if (text.Length > DocumentLimits.FileBytes)
        {
            throw new ProjectFileException(Foreign);
        }

        try
        {
            using var json = JsonDocument.Parse(text, new() { MaxDepth = DocumentLimits.FileDepth + 1 });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new ProjectFileException(Foreign);
            }

            return root.TryGetProperty("project", out var project)
                ? new(ProjectJson.Read(Encoding.UTF8.GetBytes(project.GetRawText())), GroupOf(root))
                : root.TryGetProperty("format", out _) ? new(ProjectJson.Read(Encoding.UTF8.GetBytes(text)), null) : throw new ProjectFileException(Foreign);
        }
        catch (JsonException)
        {
            throw new ProjectFileException(Foreign);
        }
    }

    private static Message Foreign => ProjectFileMessages.NotOnClipboard.With();

    private static string? GroupOf(JsonElement root) =>
        root.TryGetProperty("group", out var group) && group.ValueKind == JsonValueKind.String ? group.GetString() : null;
}
