using System.Text;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Graph.Json;

/// <summary>Writes a document so that people can read it and version control can compare it: one block, link, group or note a line.</summary>
internal static class ProjectWriter
{
    private const string Indent = "  ";

    /// <summary>The project file as UTF-8 without byte-order mark, in a stable order: the same document gives the same bytes.</summary>
    public static byte[] Write(ProjectDocument document)
    {
        var json = new StringBuilder("{\n").Append(Indent).Append("\"format\": ").AppendWhole(ProjectDocument.CurrentFormat);
        Property(json, "name").AppendText(document.Name);
        if (document.Description is { } description)
        {
            Property(json, "description").AppendText(description);
        }

        if (document.Data.Count > 0)
        {
            Property(json, "data").Append(Indented(DataJson.Write([.. document.Data.Values])));
        }

        Section(json, "blocks", document.Blocks.Values, AppendBlock);
        Section(json, "links", document.Links.Values, AppendLink);
        Section(json, "groups", document.Groups.Values, AppendGroup);
        Section(json, "notes", document.Notes.Values, AppendNote);
        return Encoding.UTF8.GetBytes(json.Append("\n}\n").ToString());
    }

    private static StringBuilder Property(StringBuilder json, string name) => json.Append(",\n").Append(Indent).AppendText(name).Append(": ");

    private static void Section<T>(StringBuilder json, string name, IEnumerable<T> items, Action<JsonLine, T> append)
    {
        var first = true;
        foreach (var item in items)
        {
            _ = first ? Property(json, name).Append('[') : json.Append(',');
            json.Append('\n').Append(Indent).Append(Indent);
            var line = new JsonLine(json);
            append(line, item);
            line.Close();
            first = false;
        }

        if (!first)
        {
            json.Append('\n').Append(Indent).Append(']');
        }
    }

    private static void AppendBlock(JsonLine line, Block block)
    {
        line.Text("id", block.Id);
        line.Text("kind", block.Kind);
        line.Text("label", block.Label);
        line.Text("group", block.Group);
        line.Text("note", block.Note);
        line.Flag("muted", block.Muted);
        line.Text("weightsFrom", block.WeightsFrom);
        line.Place("position", block.Position);
        line.Parameters("parameters", block.Parameters);
    }

    private static void AppendLink(JsonLine line, Link link)
    {
        line.Text("from", link.From.ToString());
        line.Text("to", link.To.ToString());
        if (link.Slot != 0)
        {
            line.Whole("slot", link.Slot);
        }
    }

    private static void AppendGroup(JsonLine line, Group group)
    {
        line.Text("id", group.Id);
        line.Text("name", group.Name);
    }

    private static void AppendNote(JsonLine line, Note note)
    {
        line.Text("id", note.Id);
        line.Text("text", note.Text);
        line.Text("zh", note.Zh);
        line.Place("position", note.Position);
        line.Text("group", note.Group);
    }

    private static string Indented(byte[] section) => Encoding.UTF8.GetString(section).ReplaceLineEndings("\n").Replace("\n", "\n" + Indent, StringComparison.Ordinal);
}
