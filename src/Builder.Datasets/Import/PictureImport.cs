using Builder.Datasets.Archives;
using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Datasets.Readings;

namespace Builder.Datasets.Import;

/// <summary>Reads pictures from a folder, a zip file or single files.</summary>
internal static class PictureImport
{
    /// <summary>Columns <c>picture</c>, <c>class</c>, <c>file</c> of a folder or zip file.</summary>
    public static RawTable Read(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (Directory.Exists(path))
        {
            var folder = new FolderPictures(path);
            var files = Enumerable.Range(0, folder.Count).Select(folder.Name);
            return Table(name, folder, SourceFingerprint.OfFolder(path, files));
        }

        return SafeZip.IsZip(path)
            ? Table(name, new ZipPictures(SafeZip.Open(path)), SourceFingerprint.OfFiles(path))
            : throw ArchiveProblems.NotAnArchive(name);
    }

    /// <summary>Like <see cref="Read"/>, and also a single picture.</summary>
    public static RawTable ReadAny(string path) =>
        Directory.Exists(path) || SafeZip.IsZip(path)
            ? Read(path)
            : Table(Path.GetFileName(path), new SinglePicture(Path.GetFileName(path), PictureFile.ReadBytes(Path.GetFileName(path), path)), SourceFingerprint.OfFiles(path));

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

    private static RawTable Table(string name, IPictureStore store, string fingerprint)
    {
        if (store.Count == 0)
        {
            throw PictureProblems.NoPictures(name);
        }

        var files = Enumerable.Range(0, store.Count).Select(store.Name).ToArray();
        return new RawTable(
            name,
            [
                new PictureColumn("picture", store, [.. Enumerable.Range(0, store.Count)]),
                new TextColumn("class", [.. files.Select(PictureNames.ClassOf)]),
                new TextColumn("file", files),
            ],
            fingerprint);
    }
}
