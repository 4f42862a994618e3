using Builder.Files;

namespace Builder.Training.Formats;

/// <summary>The contents of a safetensors file.</summary>
/// <param name="Tensors">The tensors by their names.</param>
/// <param name="Metadata">Texts that the writer added, without the checksums.</param>
public sealed record SafetensorsContent(IReadOnlyDictionary<string, SafetensorsTensor> Tensors, IReadOnlyDictionary<string, string> Metadata);

/// <summary>What is done about checksums when a file is read.</summary>
public enum SafetensorsChecksums
{
    /// <summary>They must be there: a file that this program wrote. Any byte that changed is noticed.</summary>
    Required,

    /// <summary>They are checked where they are there: a file from elsewhere has none.</summary>
    WherePresent,
}

/// <summary>
/// Reads and writes model weights as data, never as code: 8 bytes of header length, a JSON header, then the tensors' bytes one after
/// another. Written files also carry a SHA-256 of the header and of each tensor in their metadata, which other readers pass over.
/// Source: the format's description at https://github.com/huggingface/safetensors.
/// </summary>
public static class SafetensorsFile
{
    /// <summary>Writes a file, wholly or not at all.</summary>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <param name="tensors">The tensors, in any order; the same tensors always give the same bytes.</param>
    /// <param name="metadata">Texts to keep with them.</param>
    /// <exception cref="CheckpointException">The disk is full, or the folder cannot be written to.</exception>
    /// <exception cref="ArgumentException">A name occurs twice, or a tensor's bytes do not fit its shape: an error of the caller.</exception>
    public static void Write(string path, IEnumerable<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);

        // Larger elements first: every tensor then begins at a multiple of its element size.
        SafetensorsTensor[] ordered = [.. tensors.OrderByDescending(tensor => tensor.DType.Size()).ThenBy(tensor => tensor.DType)
            .ThenBy(tensor => tensor.Name, StringComparer.Ordinal)];
        byte[] header = SafetensorsHeaderWriter.Write(ordered, metadata);
        SavedFile.Write(path, stream =>
        {
            stream.Write(header);
            foreach (SafetensorsTensor tensor in ordered)
            {
                stream.Write(tensor.Data.Span);
            }
        });
    }

    /// <summary>Reads a file and checks all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="checksums">Whether it must carry checksums.</param>
    /// <exception cref="CheckpointException">It is missing, damaged, of a type not known here, or too large for memory.</exception>
    public static SafetensorsContent Read(string path, SafetensorsChecksums checksums = SafetensorsChecksums.Required)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            return Read(stream, path, checksums);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CheckpointErrors.Missing(path);
        }
        catch (EndOfStreamException error)
        {
            throw CheckpointErrors.Damaged(path, DamageWords.CutShort, error);
        }
        catch (InvalidDataException error)
        {
            throw CheckpointErrors.Damaged(path, DamageWords.HeaderTooLong, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CheckpointErrors.Unreadable(path, error);
        }
        catch (OutOfMemoryException error)
        {
            throw CheckpointErrors.TooLarge(path, error);
        }
    }

    private static SafetensorsContent Read(FileStream stream, string path, SafetensorsChecksums checksums)
    {
        byte[] header = SafetensorsPrefix.Read(stream);
        SafetensorsHeader parsed = SafetensorsHeaderReader.Read(path, header, stream.Length - header.Length);
        var digests = new SafetensorsDigests(path, checksums, parsed.Metadata);
        digests.CheckHeader(header);
        var tensors = new Dictionary<string, SafetensorsTensor>(parsed.Entries.Count, StringComparer.Ordinal);
        foreach (SafetensorsEntry entry in parsed.Entries)
        {
            if (entry.Length > Array.MaxLength)
            {
                throw CheckpointErrors.TooLarge(path);
            }

            byte[] data = GC.AllocateUninitializedArray<byte>((int)entry.Length);
            stream.ReadExactly(data);
            var tensor = new SafetensorsTensor(entry.Name, entry.DType, entry.Shape, data);
            digests.Check(tensor);
            tensors.Add(tensor.Name, tensor);
        }

        return new SafetensorsContent(tensors, SafetensorsDigests.Without(parsed.Metadata));
    }
}
