namespace Builder.Web.Data.Upload;

/// <summary>What a file is by its first bytes; its name is never believed.</summary>
internal enum FileSignature
{
    /// <summary>Nothing known: text of some kind, or unreadable.</summary>
    Plain,

    /// <summary>A program or script for a machine.</summary>
    Executable,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>A file packed with gzip.</summary>
    Gzip,

    /// <summary>Another kind of archive.</summary>
    OtherArchive,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A PDF.</summary>
    Document,
}

/// <summary>Looks at first bytes.</summary>
internal static class FileSignatures
{
    private static readonly (FileSignature Signature, byte[] Start)[] Known =
    [
        (FileSignature.Executable, "MZ"u8.ToArray()),
        (FileSignature.Executable, [0x7F, (byte)'E', (byte)'L', (byte)'F']),
        (FileSignature.Executable, "#!"u8.ToArray()),
        (FileSignature.Executable, [0xFE, 0xED, 0xFA, 0xCE]),
        (FileSignature.Executable, [0xFE, 0xED, 0xFA, 0xCF]),
        (FileSignature.Executable, [0xCF, 0xFA, 0xED, 0xFE]),
        (FileSignature.Executable, [0xCA, 0xFE, 0xBA, 0xBE]),
        (FileSignature.Executable, [0x00, (byte)'a', (byte)'s', (byte)'m']),
        (FileSignature.Zip, [(byte)'P', (byte)'K', 3, 4]),
        (FileSignature.Zip, [(byte)'P', (byte)'K', 5, 6]),
        (FileSignature.Gzip, [0x1F, 0x8B]),
        (FileSignature.OtherArchive, "Rar!"u8.ToArray()),
        (FileSignature.OtherArchive, [(byte)'7', (byte)'z', 0xBC, 0xAF]),
        (FileSignature.OtherArchive, [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z']),
        (FileSignature.OtherArchive, "BZh"u8.ToArray()),
        (FileSignature.OtherArchive, [0x28, 0xB5, 0x2F, 0xFD]),
        (FileSignature.Picture, [0x89, (byte)'P', (byte)'N', (byte)'G']),
        (FileSignature.Picture, [0xFF, 0xD8, 0xFF]),
        (FileSignature.Picture, "GIF8"u8.ToArray()),
        (FileSignature.Document, "%PDF"u8.ToArray()),
    ];

    /// <summary>The signature of a file.</summary>
    public static FileSignature Of(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[8];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var read = start[..length];
        foreach (var (signature, bytes) in Known)
        {
            // "MZ" and "#!" may begin an innocent text; a program has bytes that no text has.
            if (read.StartsWith(bytes) && (bytes.Length > 2 || signature != FileSignature.Executable || bytes[0] == '#' || HasBinaryBytes(stream)))
            {
                return signature;
            }
        }

        return FileSignature.Plain;
    }

    private static bool HasBinaryBytes(FileStream stream)
    {
        stream.Position = 0;
        Span<byte> sample = stackalloc byte[1024];
        var length = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        return sample[..length].Contains((byte)0);
    }
}
