namespace Builder.Datasets.Pictures;

/// <summary>What the path of a picture says.</summary>
internal static class PictureNames
{
    // Of Macs, of network disks and of Windows; what begins with a point is hidden as well.
    private static readonly string[] s_leftBehind = ["__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information"];

    // Pictures of cameras and programs that no decoder here opens.
    private static readonly string[] s_notRead =
        [".heic", ".heif", ".hif", ".avif", ".jxl", ".jp2", ".j2k", ".jpf", ".jpx", ".psd", ".svg", ".svgz", ".pcx", ".ppm", ".pgm", ".pbm", ".exr", ".hdr"];

    private static readonly string[] s_raw = [".cr2", ".cr3", ".nef", ".arw", ".dng", ".orf", ".rw2", ".raf"];

    /// <summary>
    /// Whether a file of a collection counts as a picture. Kinds that are not read count as well: they are told then, and no class goes in silence. A telephone's .heic
    /// is often a JPEG in truth and is read; what a file is its content says.
    /// </summary>
    public static bool IsPicture(string file) =>
        !IsHidden(file) && (PictureFile.HasEnding(file) || HasAny(file, s_notRead) || HasAny(file, s_raw));

    /// <summary>Whether it is a file that systems leave behind, such as ".DS_Store" or "__MACOSX/._cat.jpg".</summary>
    public static bool IsHidden(string file) =>
        file.Split('/').Any(part => part.StartsWith('.') || s_leftBehind.Contains(part, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether it is a camera's raw picture: a TIFF inside, of which other programs see a small preview only.</summary>
    public static bool IsRaw(string file) => HasAny(file, s_raw);

    /// <summary>The kind of a picture that is not read, as its ending says, such as "RAW (NEF)" or "PGM"; null for other files.</summary>
    public static string? NotReadKind(string file) =>
        Path.GetExtension(file).TrimStart('.').ToUpperInvariant() is var kind && IsRaw(file) ? $"RAW ({kind})" : HasAny(file, s_notRead) ? kind : null;

    private static bool HasAny(string file, string[] endings) => Array.Exists(endings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
