using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Builder.Datasets;
using Builder.Datasets.Preparation;
using Builder.Graph.Data;
using Builder.Graph.Problems;
using Builder.Web.Pictures;

namespace Builder.Web.Sessions;

/// <summary>What is known of one data set: its schema, or why it cannot be read.</summary>
internal sealed record DataSetReading(string Id, DataSetSchema? Schema, Problem? Problem);

/// <summary>
/// Reads data sets for their schemas, each once: the answer is kept for the description and the files as they are. No more than one is
/// read at a time, because each may need much memory for a moment.
/// </summary>
/// <param name="pictures">Reads pictures in a process of their own; without it they are read here, as in a program that is no server.</param>
internal sealed class DataSchemas(PictureClient? pictures = null) : IDisposable
{
    private const int Most = 500;

    private readonly ConcurrentDictionary<string, Lazy<Task<DataSetReading>>> _readings = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Reads all data sets of a document.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="data">The data sets.</param>
    public async Task<ImmutableArray<DataSetReading>> ReadAsync(string folder, IEnumerable<DataSet> data)
    {
        var readings = new List<DataSetReading>();
        foreach (var set in data)
        {
            readings.Add(await ReadAsync(folder, set));
        }

        return [.. readings];
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<DataSetReading> ReadAsync(string folder, DataSet set)
    {
        if (_readings.Count > Most)
        {
            _readings.Clear();
        }

        return await _readings.GetOrAdd(Key(folder, set), _ => new(() => PrepareAsync(folder, set))).Value;
    }

    private async Task<DataSetReading> PrepareAsync(string folder, DataSet set)
    {
        await _turn.WaitAsync();
        try
        {
            return new(set.Id, await SchemaAsync(folder, set), null);
        }
        catch (DataException error)
        {
            return new(set.Id, null, new(null, error.Reason) { Code = error.Code });
        }
        catch (OutOfMemoryException)
        {
            return new(set.Id, null, SessionTexts.DataTooLarge(set.Id));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return new(set.Id, null, SessionTexts.DataFailed(set.Id, CauseWords.Of(error)));
        }
        finally
        {
            _turn.Release();
        }
    }

    // Numbers and texts are read here; pictures are decoded for it.
    private Task<DataSetSchema> SchemaAsync(string folder, DataSet set) => pictures is not null && set.Source is PicturesSource
        ? pictures.SchemaAsync(folder, set) : Task.Run(() => DataPreparation.Prepare(set, folder).Schema);

    /// <summary>The description, and names, sizes and times of the files.</summary>
    private static string Key(string folder, DataSet set)
    {
        var text = $"{folder}\n{Encoding.UTF8.GetString(DataJson.Write([set]))}\n{SourceFiles.Stamp(folder, set.Source)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
