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
/// <param name="pictures">Reads pictures and large tables in a process of their own; without it they are read here, as in a program that is no server.</param>
internal sealed class DataSchemas(PictureClient? pictures = null) : IDisposable
{
    private const int Most = 500;

    /// <summary>What is prepared of a table takes several times its file's size for a moment: above this it is not the server's memory.</summary>
    private const long LargestTable = 16 << 20;

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
        catch (DataException error) when (set.Source is TableSource && PictureFailures.IsOfTheProgram(error))
        {
            return new(set.Id, null, SessionTexts.DataTooLarge(set.Id));
        }
        catch (DataException error)
        {
            return new(set.Id, null, new(null, error.Reason) { Code = error.Code });
        }
        catch (Exception error) when (error is OutOfMemoryException or PictureProcessGoneException)
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

    private async Task<DataSetSchema> SchemaAsync(string folder, DataSet set)
    {
        if (pictures is not null && (set.Source is PicturesSource || IsLargeTable(folder, set.Source)))
        {
            try
            {
                return await pictures.SchemaAsync(folder, set);
            }
            catch (DataException missing) when (set.Source is TableSource && PictureFailures.IsMissing(missing))
            {
                // Without the program the server does it.
            }
        }

        return await Task.Run(() => DataPreparation.Try(set, folder, []).Schema);
    }

    private static bool IsLargeTable(string folder, DataSource source) => source is TableSource && SourceFiles.Of(source).SelectMany(path => SourceFiles.Find(folder, path)).Sum(f => f.Length) > LargestTable;

    /// <summary>The description, and names, sizes and times of the files.</summary>
    private static string Key(string folder, DataSet set)
    {
        var text = $"{folder}\n{Encoding.UTF8.GetString(DataJson.Write([set]))}\n{SourceFiles.Stamp(folder, set.Source)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
