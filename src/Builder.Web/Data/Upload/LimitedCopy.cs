using System.Buffers;

namespace Builder.Web.Data.Upload;

/// <summary>Copies a stream into a file and stops where the limit is passed.</summary>
internal static class LimitedCopy
{
    private const int BufferBytes = 1 << 17;

    /// <summary>Copies.</summary>
    /// <returns>Bytes copied.</returns>
    /// <exception cref="Builder.Datasets.DataException">More came than is allowed.</exception>
    public static async Task<long> ToFileAsync(Stream source, string path, UploadLimits limits, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            long total = 0;
            while (await source.ReadAsync(buffer, ct) is var read and > 0)
            {
                total += read;
                if (total > limits.FileBytes)
                {
                    throw UploadProblems.TooLarge(limits.Words);
                }

                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            file.Flush(flushToDisk: true);
            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
