using System.Text.Json;
using Builder.Datasets.Archives;

namespace Builder.Web.Evaluate.Finished;

/// <summary>Reads the files in which a run tells of its model. They may have come in with somebody's project: each is read up to a limit, and one that cannot be read hides nothing else.</summary>
public static class RunTellings
{
    /// <summary>What a file tells; null where there is none, or it is damaged, too large or of a newer version.</summary>
    /// <param name="file">The file.</param>
    /// <param name="most">Bytes that it may have.</param>
    /// <param name="read">Reads its JSON, and gives null for a newer version.</param>
    public static T? Read<T>(string file, int most, Func<byte[], T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return File.Exists(file) && BoundedFile.Read(file, most) is { } json ? read(json) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
