using System.IO.Hashing;

namespace Builder.Datasets.Pictures;

/// <summary>Picture files in a folder and its sub-folders.</summary>
internal sealed class FolderPictures : IPictureStore, IPictureContents
{
    private readonly string _folder;
    private readonly string[] _files;

    /// <summary>Finds the pictures; their order is that of their names, byte by byte.</summary>
    public FolderPictures(string folder)
    {
        _folder = folder;
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var files = new List<string>();
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", options))
        {
            var relative = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
            if (entry.LinkTarget is not null)
            {
                throw PictureProblems.SymbolicLink(relative);
            }

            if (entry is FileInfo && !PictureNames.IsHidden(relative) && PictureFile.IsPicture(relative, length => StartOf(entry.FullName, length)))
            {
                files.Add(relative);
            }
        }

        files.Sort(StringComparer.Ordinal);
        _files = [.. files];
    }

    public int Count => _files.Length;

    public string Name(int index) => _files[index];

    public PictureSize Size(int index)
    {
        using var stream = new FileStream(PathOf(index), FileMode.Open, FileAccess.Read, FileShare.Read);
        return PictureFile.ReadSize(Name(index), stream);
    }

    public byte[] Decode(int index) => PictureFile.Decode(Name(index), PictureFile.ReadBytes(Name(index), PathOf(index)));

    public ulong ContentOf(int index)
    {
        var bytes = PictureFile.ReadBytes(Name(index), PathOf(index));
        return ((ulong)bytes.LongLength << 32) | Crc32.HashToUInt32(bytes);
    }

    private static byte[] StartOf(string path, int length)
    {
        using var stream = File.OpenRead(path);
        var start = new byte[length];
        return start[..stream.ReadAtLeast(start, length, throwOnEndOfStream: false)];
    }

    private string PathOf(int index) => Path.Combine(_folder, _files[index]);
}
