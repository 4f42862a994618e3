using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Builder.Bench.Command;
using Builder.Bench.Measuring;
using Builder.Graph.Data;

namespace Builder.Bench.Reading;

/// <summary>
/// A table of 200 MB from its upload until the Data page shows it: the most memory that any of the processes takes, by the file's size, and the time, by that of a plain
/// pass over the file's lines on the same machine.
/// </summary>
public static class ReadingCase
{
    /// <summary>No process takes more than so many times the file's size.</summary>
    public const double MostMemory = 3;

    private const double Megabyte = 1_000_000;

    /// <summary>The cases of a table: time and memory, measured in one run.</summary>
    /// <param name="table">The table.</param>
    /// <param name="timeFloor">The ratio of times that is promised.</param>
    public static IEnumerable<BenchCase> Create(LargeTable table, double timeFloor)
    {
        Measured? known = null;
        return
        [
            new(table.Name, "reading", settings => Time(known ??= Measure(table, settings), settings, timeFloor)),
            new(table.Name + "-memory", "reading", settings => Memory(known ??= Measure(table, settings), settings)),
        ];
    }

    private static Measured Measure(LargeTable table, BenchSettings settings)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.WorkFolder, table.Name)).FullName;
        var file = new FileInfo(table.WriteTo(folder));

        // The first pass brings the file into the machine's memory, as an upload does.
        Run(ReadingChild.Pass, folder, file.Name);
        var pass = Run(ReadingChild.Pass, folder, file.Name);
        var reader = Run(ReadingChild.Reader, folder, JsonSerializer.Serialize<DataSource>(new TableSource { Path = file.Name }, DataJson.Options));

        // A server collects its garbage beside its work, other than the processes that it starts.
        var server = Run(ReadingChild.Server, folder, Words(reader), new Dictionary<string, string> { ["DOTNET_gcConcurrent"] = "1" });
        var schema = Run(ReadingChild.Schema, folder, Words(server));
        return new(table.Name, file.Length, pass, reader, server, schema);
    }

    private static JsonObject Run(string part, string folder, string words, IReadOnlyDictionary<string, string>? variables = null) =>
        OwnProcess.Run([ReadingChild.CommandName, part, folder, words], new($"The reading of a large table ({part})", $"大表格的读取（{part}）"), variables);

    private static string Words(JsonObject told) => told["words"]!.GetValue<string>();

    private static BenchResult Time(Measured measured, BenchSettings settings, double floor)
    {
        var (ours, pass) = (Seconds(measured.Reader) + Seconds(measured.Server), Seconds(measured.Pass));
        var (processor, passing) = (Processor(measured.Reader) + Processor(measured.Server), Processor(measured.Pass));
        return new BenchResult
        {
            Case = measured.Name, Unit = "s", Threads = settings.Threads, Floor = floor, Ratio = pass / ours, ProcessorRatio = passing / processor, Ours = ours, Peer = pass, Count = 1,
            Against = string.Create(CultureInfo.InvariantCulture, $"a plain pass; reader {Seconds(measured.Reader):0.0} s ({Processor(measured.Reader):0.0} of a processor), server {Seconds(measured.Server):0.0} s ({Processor(measured.Server):0.0}) {measured.Server["steps"]!.ToJsonString()}"),
        };
    }

    private static BenchResult Memory(Measured measured, BenchSettings settings)
    {
        var peaks = new[] { measured.Reader, measured.Server, measured.Schema }.Select(p => p["peak"]!.GetValue<long>()).ToArray();
        var times = peaks.Max() / (double)measured.Bytes;
        var result = new BenchResult
        {
            Case = measured.Name + "-memory", Unit = "MB", Threads = settings.Threads, Floor = 1 / MostMemory, Ratio = 1 / times, Ours = peaks.Max() / Megabyte, Peer = measured.Bytes / Megabyte, Count = 1,
            Against = string.Create(CultureInfo.InvariantCulture, $"the file; reader {peaks[0] / (double)measured.Bytes:0.00} ×, server {peaks[1] / (double)measured.Bytes:0.00} ×, schema {peaks[2] / (double)measured.Bytes:0.00} ×"),
        };
        return times <= MostMemory ? result : result with
        {
            Ratio = null,
            Refusal = new(
                $"a process took {times.ToString("0.0", CultureInfo.InvariantCulture)} times the file's size ({result.Against})",
                $"有进程占用了文件大小的 {times.ToString("0.0", CultureInfo.InvariantCulture)} 倍内存（{result.Against}）"),
        };
    }

    private static double Processor(JsonObject told) => told["processor"]!.GetValue<double>();

    private static double Seconds(JsonObject told) => told["seconds"]!.GetValue<double>();

    private sealed record Measured(string Name, long Bytes, JsonObject Pass, JsonObject Reader, JsonObject Server, JsonObject Schema);
}
