namespace Builder.Datasets.Archives;

/// <summary>How far a compressed file may unpack.</summary>
public static class UnpackLimits
{
    /// <summary>Unpacked bytes for each compressed byte, beyond <see cref="AlwaysAllowed"/>.</summary>
    public const long MostRatio = 500;

    /// <summary>This many unpacked bytes are never called a bomb.</summary>
    public const long AlwaysAllowed = 1 << 20;

    /// <summary>Unpacked gigabytes (10⁹ bytes) in all.</summary>
    public const long MostGigabytes = 10;

    /// <summary>Files in one archive.</summary>
    public const int MostEntries = 1_000_000;

    /// <summary>Checks what has been unpacked, or is announced.</summary>
    /// <exception cref="DataException">It is too much.</exception>
    internal static void Check(string file, long compressed, long unpacked)
    {
        if (unpacked > AlwaysAllowed && unpacked / MostRatio >= Math.Max(compressed, 1))
        {
            throw ArchiveProblems.Bomb(file, MostRatio);
        }

        if (unpacked >= MostGigabytes * 1_000_000_000)
        {
            throw ArchiveProblems.TooLarge(file, MostGigabytes);
        }
    }
}
