using System.Text.Json;
using System.Text.Json.Nodes;
using Builder.Graph.Documents;
using Builder.Graph.Json.Migrations;

namespace Builder.Graph.Json;

/// <summary>
/// Reads and writes project files. The same document always has the same bytes: UTF-8 without byte order mark, line feeds, two spaces of
/// indentation, everything ordered by id, and nothing written that says nothing.
/// </summary>
public static class ProjectJson
{
    /// <summary>The bytes of a project file.</summary>
    public static byte[] Write(ProjectDocument document) => ProjectWriter.Write(document);

    /// <summary>The document in a project file of this or an older format.</summary>
    /// <exception cref="ProjectFileException">It is not a project file, of a newer format, or breaks a rule; the words name the line.</exception>
    public static ProjectDocument Read(ReadOnlySpan<byte> utf8) => Read(utf8.ToArray(), MigrationChain.Current);

    /// <summary>The document in a stream, of which no more is read than a project file may have.</summary>
    /// <exception cref="ProjectFileException">It is not a project file, of a newer format, or breaks a rule; the words name the line.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ProjectDocument Read(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; bytes.Length <= DocumentLimits.FileBytes && (count = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, count);
        }

        return Read(bytes.ToArray(), MigrationChain.Current);
    }

    /// <summary>The same with the migrations given.</summary>
    public static ProjectDocument Read(byte[] utf8, MigrationChain migrations)
    {
        var source = new JsonSource(utf8);
        var root = source.Parse();
        var format = FormatOf(source, root);
        if (format == ProjectDocument.CurrentFormat)
        {
            return new ProjectReader(source, root).Read();
        }

        if (!migrations.Reaches(format, ProjectDocument.CurrentFormat))
        {
            throw source.Fail("UnknownFormat", root.Members["format"], new(
                $"There is no format {format}. The oldest is 1.", $"没有格式 {format}。最早的格式是 1。"));
        }

        return ReadMigrated(Migrated(source, root, migrations, format));
    }

    private static int FormatOf(JsonSource source, JsonItem root)
    {
        var format = new JsonObjectReader(source, root, new("A project", "项目")).Whole("format") ?? throw source.Fail("MissingProperty", root, new(
            "“format” is missing: this is not a project file.", "缺少“format”：这不是项目文件。"));
        return format <= ProjectDocument.CurrentFormat ? format : throw source.Fail("NewerFormat", root.Members["format"], new(
            $"The project was made by a newer version (format {format}; this version reads up to {ProjectDocument.CurrentFormat}). Update this program to open it.",
            $"该项目由更新的版本创建（格式 {format}，当前版本最高支持 {ProjectDocument.CurrentFormat}）。请更新本程序后再打开。"));
    }

    private static byte[] Migrated(JsonSource source, JsonItem root, MigrationChain migrations, int format)
    {
        try
        {
            var project = JsonNode.Parse(source.BytesOf(root).Span)!.AsObject();
            migrations.Apply(project, format, ProjectDocument.CurrentFormat);
            return JsonSerializer.SerializeToUtf8Bytes(project);
        }
        catch (InvalidOperationException notOfThatFormat)
        {
            throw source.Fail("BadOldFormat", root, new(
                $"The project says it is of format {format}, but is not: {notOfThatFormat.Message}",
                $"该项目声明为格式 {format}，但内容不符：{notOfThatFormat.Message}"));
        }
    }

    private static ProjectDocument ReadMigrated(byte[] migrated)
    {
        var current = new JsonSource(migrated, hasLines: false);
        return new ProjectReader(current, current.Parse()).Read();
    }
}
