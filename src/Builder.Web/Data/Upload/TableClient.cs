using System.Globalization;
using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Datasets.Readings;
using Builder.Datasets.Sheets;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Web.Pictures;
using Builder.Web.Runners;

namespace Builder.Web.Data.Upload;

/// <summary>
/// Has uploaded tables read by a process of their own, once: what a file does to a parser or to memory ends that process and nothing else. The columns that it leaves
/// beside a large file are what the server reads then.
/// </summary>
public sealed class TableClient(RunnerOptions options, ILogger<TableClient> log)
{
    // A text of separated values that is smaller can do no harm.
    private const long LargestPlain = 2 << 20;

    // What is packed is several times as large.
    private const int OfPlain = 3;
    private const int OfPacked = 12;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(15);

    /// <summary>Bytes of memory that the process may take whatever the file's size; to them comes a multiple of it.</summary>
    internal long Least { get; init; } = 1L << 30;

    /// <summary>Reads a table from end to end, unless it was read like this before: another setting than the upload's makes other columns of a file.</summary>
    /// <param name="folder">The folder that the source's path is relative to.</param>
    /// <param name="source">How it is read, as far as that is known.</param>
    /// <param name="ct">Gives up, and ends the process.</param>
    /// <returns>How it is to be read.</returns>
    /// <exception cref="DataException">It cannot be used, takes too long, or needs too much memory.</exception>
    public async Task<TableSource> KeepAsync(string folder, TableSource source, CancellationToken ct) =>
        await Task.Run(() => SourceInspection.IsKept(source, folder), ct) ? source : (TableSource?)await ReadAsync(folder, source, ct) ?? source;

    /// <summary>Has a file unpacked before somebody looks at its first rows, where it is large and no plain text.</summary>
    /// <param name="folder">The folder that the source's path is relative to.</param>
    /// <param name="source">How it is read, as far as that is known.</param>
    /// <param name="ct">Gives up, and ends the process.</param>
    /// <returns>The same source with the name of the table that was unpacked.</returns>
    /// <exception cref="DataException">It cannot be used, takes too long, or needs too much memory.</exception>
    public async Task<TableSource> UnpackAsync(string folder, TableSource source, CancellationToken ct)
    {
        var file = new FileInfo(ProjectPath.Resolve(folder, source.Path));
        return !file.Exists || file.Length < TableReading.FewestBytes || await Task.Run(() => TableReading.IsTextKept(source, file.FullName), ct)
            || await ReadAsync(folder, source, ct) is not TableSource read ? source : source with { Sheet = read.Sheet };
    }

    /// <summary>Reads a table from end to end.</summary>
    /// <param name="folder">The folder that the source's path is relative to.</param>
    /// <param name="source">How it is read, as far as that is known.</param>
    /// <param name="ct">Gives up, and ends the process.</param>
    /// <returns>How it is read, with everything that was found out; null where it need not be read apart, or no process can be started.</returns>
    /// <exception cref="DataException">It cannot be used, takes too long, or needs too much memory.</exception>
    public async Task<DataSource?> ReadAsync(string folder, TableSource source, CancellationToken ct)
    {
        var file = new FileInfo(ProjectPath.Resolve(folder, source.Path));
        var isPlain = TableFiles.IsPlain(file.FullName);
        if (isPlain && file.Length <= LargestPlain)
        {
            return null;
        }

        try
        {
            await using var reader = new PictureProcess(options.Program, options.Surroundings, Limit(file.Length, isPlain));
            var read = (RunEvent.TableRead)await reader.AskAsync(
                id => new RunnerCommand.ReadTable(id, folder, JsonSerializer.SerializeToElement<DataSource>(source, DataJson.Options)), s_longest, ct);
            return read.Source.Deserialize<DataSource>(DataJson.Options);
        }
        catch (RunnerMissingException missing)
        {
            TableFailures.LogNoRunner(log, missing);
            return null;
        }
        catch (PictureProcessGoneException)
        {
            throw TableFailures.Gone(source.Path);
        }
        catch (DataException failure) when (PictureFailures.IsOfTheProgram(failure))
        {
            throw TableFailures.TooSlow(source.Path);
        }
    }

    /// <summary>Bytes of managed memory, as the runtime reads them; never more than most of what there is.</summary>
    private string Limit(long length, bool isPlain)
    {
        var wanted = Least + (length * (isPlain ? OfPlain : OfPacked));
        return "0x" + Math.Min(wanted, Math.Max(Least / 2, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3)).ToString("x", CultureInfo.InvariantCulture);
    }
}

/// <summary>Why a table could not be read in its process.</summary>
internal static partial class TableFailures
{
    private static readonly MessageTemplate GoneWords = new(
        "table-reader-stopped",
        "\"{file}\" could not be read: the program that reads tables stopped over it, most likely because it needs too much memory. Save only the rows and columns that you need as CSV, and choose that file.",
        "无法读取“{file}”：读取表格的程序因它而中止，很可能是所需内存过多。请只保留需要的行和列，另存为 CSV 后再选择。");

    private static readonly MessageTemplate TooSlowWords = new(
        "table-reader-too-slow",
        "\"{file}\" took too long to read. Save only the rows and columns that you need as CSV, and choose that file.",
        "读取“{file}”用时过长。请只保留需要的行和列，另存为 CSV 后再选择。");

    public static DataException Gone(string file) => new(GoneWords.With(("file", file)), new DataPlace(file));

    public static DataException TooSlow(string file) => new(TooSlowWords.With(("file", file)), new DataPlace(file));

    [LoggerMessage(EventId = 4201, Level = LogLevel.Warning, Message = "The program that reads tables cannot be started; the server reads them itself.")]
    public static partial void LogNoRunner(ILogger log, Exception cause);
}
