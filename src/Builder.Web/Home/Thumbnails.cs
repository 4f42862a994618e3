using System.Collections.Concurrent;
using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Storage.Projects;

namespace Builder.Web.Home;

/// <summary>A block in a small picture of a project.</summary>
public sealed record ThumbnailBlock(double X, double Y, string Family);

/// <summary>A wire in a small picture of a project.</summary>
public sealed record ThumbnailWire(double FromX, double FromY, double ToX, double ToY);

/// <summary>A project's graph, small: what lies on its main canvas, moved to the corner.</summary>
public sealed record Thumbnail(double Width, double Height, ImmutableArray<ThumbnailBlock> Blocks, ImmutableArray<ThumbnailWire> Wires)
{
    /// <summary>How wide a block is drawn.</summary>
    public const double BlockWidth = CanvasGeometry.BlockWidth;

    /// <summary>How high a block is drawn.</summary>
    public const double BlockHeight = CanvasGeometry.LeastBlockHeight;

    /// <summary>The small picture of a document; null where its canvas is empty.</summary>
    public static Thumbnail? Of(ProjectDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var blocks = document.Blocks.Values.Where(b => b.Group is null).ToDictionary(b => b.Id);
        if (blocks.Count == 0)
        {
            return null;
        }

        var (left, top) = (blocks.Values.Min(b => b.Position.X), blocks.Values.Min(b => b.Position.Y));
        (double X, double Y) At(string id) => (blocks[id].Position.X - left, blocks[id].Position.Y - top);
        return new(
            blocks.Keys.Max(id => At(id).X) + BlockWidth,
            blocks.Keys.Max(id => At(id).Y) + BlockHeight,
            [.. blocks.Values.Select(b => new ThumbnailBlock(At(b.Id).X, At(b.Id).Y, FamilyOf(b.Kind)))],
            [.. document.Links.Values.Where(l => blocks.ContainsKey(l.From.Block) && blocks.ContainsKey(l.To.Block)).Select(l => Wire(At(l.From.Block), At(l.To.Block)))]);
    }

    private static ThumbnailWire Wire((double X, double Y) from, (double X, double Y) to) =>
        new(from.X + BlockWidth, from.Y + (BlockHeight / 2), to.X, to.Y + (BlockHeight / 2));

    private static string FamilyOf(string kind) => (BlockCatalog.Find(kind)?.Family ?? Family.Groups).ToString().ToLowerInvariant();
}

/// <summary>The small pictures of all projects, each made once for a revision.</summary>
public class Thumbnails(ProjectLog log)
{
    private readonly ConcurrentDictionary<string, (long Revision, Thumbnail? Picture)> _made = new(StringComparer.Ordinal);

    /// <summary>The small picture of a project; null where its canvas is empty or cannot be read.</summary>
    public virtual async Task<Thumbnail?> OfAsync(ProjectSummary project, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (_made.TryGetValue(project.Id, out var made) && made.Revision == project.Revision)
        {
            return made.Picture;
        }

        var picture = await Task.Run(async () => Thumbnail.Of(await log.DocumentAsync(project.Id, project.Revision, ct)), ct);
        _made[project.Id] = (project.Revision, picture);
        return picture;
    }
}
