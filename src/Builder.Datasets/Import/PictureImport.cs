using Builder.Datasets.Archives;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Datasets.Readings;
using Builder.Graph.Data;

namespace Builder.Datasets.Import;

/// <summary>Reads pictures from a folder, a zip file or single files.</summary>
internal static class PictureImport
{
    private const string Picture = "picture";

    /// <summary>The columns of the pictures, and of the table beside them those that are needed.</summary>
    public static RawTable Read(PicturesSource source, string path, IReadOnlyList<ColumnNeed> needs, CancellationToken ct)
    {
        var pictures = Read(path);
        if (source.Labels is not { } labels)
        {
            return pictures;
        }

        var names = new ColumnNeed(labels.Names, IsNumber: false, IsOptional: false);
        var joiner = new PictureJoiner(pictures, labels, LabelTables.Read(labels, path, [names], ct).Get<TextColumn>(labels.Names));
        ColumnNeed[] inside = [.. needs.SelectMany(need => Inside(need, joiner.Inside(need.Name), labels)).Where(n => n.Name != labels.Names).Distinct()];
        return joiner.With(inside.Length == 0 ? [] : LabelTables.Read(labels, path, inside, ct).Columns).Table;
    }

    /// <summary>What of the table is needed for a column of the pictures: one of its own, or all that are labels together.</summary>
    private static IEnumerable<ColumnNeed> Inside(ColumnNeed need, string? name, PictureLabels labels) => name is null ? []
        : name == PictureLabels.TicksColumn && !labels.Ticks.IsDefaultOrEmpty ? labels.Ticks.Select(tick => need with { Name = tick, IsNumber = false, IsDate = false })
        : [need with { Name = name }];

    /// <summary>Columns <c>picture</c>, <c>class</c>, <c>part</c> (where folders are called train, test and the like) and <c>file</c> of a folder or zip file.</summary>
    public static RawTable Read(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (Directory.Exists(path))
        {
            var folder = new FolderPictures(path);
            return Table(name, folder, () => SourceFingerprint.OfFolder(path, folder.OnDisk));
        }

        if (!SafeZip.IsZip(path))
        {
            throw ArchiveProblems.NotAnArchive(name);
        }

        var zip = new ZipPictures(SafeZip.Open(path));
        return Table(name, zip, () => SourceFingerprint.OfPictures(path, Enumerable.Range(0, zip.Count).Select(zip.Name)));
    }

    /// <summary>Like <see cref="Read(string)"/>, and also a single picture.</summary>
    public static RawTable ReadAny(string path) =>
        Directory.Exists(path) || SafeZip.IsZip(path)
            ? Read(path)
            : Table(Path.GetFileName(path), new SinglePicture(Path.GetFileName(path), PictureFile.ReadBytes(Path.GetFileName(path), path)), () => SourceFingerprint.OfFiles(path));

    /// <summary>Whether a file begins as an IDX file of unsigned bytes does.</summary>
    public static bool IsIdx(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var stream = SourceStream.Open(path);
        Span<byte> start = stackalloc byte[3];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual<byte>([0, 0, 8]);
    }

    private static RawTable Table(string name, IPictureStore store, Func<string> fingerprint)
    {
        if (store.Count == 0)
        {
            throw PictureProblems.NoPictures(name);
        }

        var files = Enumerable.Range(0, store.Count).Select(store.Name).ToArray();
        var folders = PictureFolders.Of(files);
        return new RawTable(
            name,
            [
                new PictureColumn(Picture, store, [.. Enumerable.Range(0, store.Count)]),
                new TextColumn(PicturesSource.ClassColumn, folders.Classes),
                .. folders.HaveParts ? [new TextColumn(PicturesSource.PartColumn, folders.Parts)] : Array.Empty<RawColumn>(),
                new TextColumn(PicturesSource.FileColumn, files),
            ],
            fingerprint());
    }
}
