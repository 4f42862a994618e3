using System.Collections;

namespace Builder.Storage.Exchange;

/// <summary>The lines of a text in UTF-8, without their ends, none longer than is allowed.</summary>
/// <param name="source">The text; read once.</param>
/// <param name="longest">Bytes that a line may have.</param>
internal sealed class BoundedLines(Stream source, int longest) : IEnumerable<byte[]>
{
    private const int BlockBytes = 1 << 16;

    /// <exception cref="StorageException">A line is longer.</exception>
    public IEnumerator<byte[]> GetEnumerator()
    {
        using var line = new MemoryStream();
        var block = new byte[BlockBytes];
        for (int count; (count = source.Read(block)) > 0;)
        {
            var start = 0;
            for (int end; (end = block.AsSpan(start, count - start).IndexOf((byte)'\n')) >= 0; start += end + 1)
            {
                line.Write(block, start, end);
                yield return line.ToArray();
                line.SetLength(0);
            }

            line.Write(block, start, count - start);
            if (line.Length > longest)
            {
                throw PackedFiles.TooLarge();
            }
        }

        yield return line.ToArray();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
