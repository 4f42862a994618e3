namespace Builder.Datasets.Archives;

/// <summary>
/// Reads whole files, up to a limit. Neither a length that a file announces nor its name is believed: a device says that it is empty and
/// never ends.
/// </summary>
public static class BoundedFile
{
    private const int FirstBytes = 1 << 16;

    /// <summary>All bytes of a file; null where there are more than allowed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">Bytes that it may have.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[]? Read(string path, int most)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (file.Length > most)
        {
            return null;
        }

        var bytes = new byte[Math.Clamp(file.Length, FirstBytes, most)];
        var count = 0;
        while (file.Read(bytes, count, bytes.Length - count) is var read and > 0)
        {
            count += read;
            if (count == bytes.Length)
            {
                if (count == most)
                {
                    return file.ReadByte() < 0 ? bytes : null;
                }

                Array.Resize(ref bytes, (int)Math.Min(2L * count, most));
            }
        }

        return count == bytes.Length ? bytes : bytes[..count];
    }
}
