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
            throw source.Fail(root.Members["format"], ProjectFileMessages.UnknownFormat.With(("format", format)));
        }

        return ReadMigrated(Migrated(source, root, migrations, format));
    }

    private static int FormatOf(JsonSource source, JsonItem root)
    {
        var format = new JsonObjectReader(source, root, ProjectFileMessages.AProject.With()).Whole("format") ?? throw source.Fail(root, ProjectFileMessages.NoFormat.With());
        return format <= ProjectDocument.CurrentFormat ? format : throw source.Fail(root.Members["format"], ProjectFileMessages.NewerFormat.With(("format", format), ("currentFormat", ProjectDocument.CurrentFormat)));
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
            throw source.Fail(root, ProjectFileMessages.BadOldFormat.With(("format", format), ("message", notOfThatFormat.Message)));
        }
    }

    private static ProjectDocument ReadMigrated(byte[] migrated)
    {
        var current = new JsonSource(migrated, hasLines: false);
        return new ProjectReader(current, current.Parse()).Read();
    }
}
