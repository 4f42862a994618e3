using System.Globalization;
using System.Text.Json.Nodes;
using Builder.Bench.Command;
using Builder.Bench.Measuring;
using Builder.Datasets.Preparation;
using static TorchSharp.torch;

namespace Builder.Bench.Data;

/// <summary>
/// A table in a file to tensors: our whole preparation (find out the format, read, split, fit and apply the transforms, copy to the device)
/// against pandas.read_csv and torch.from_numpy, which only read.
/// </summary>
public static class TableCase
{
    // float32 sums of columns whose values cancel: far below what one misread field would change.
    private const double Tolerance = 1e-3;

    /// <summary>The case of a generated table.</summary>
    public static BenchCase Create(GeneratedTable table, double floor) => new(table.Name, "data", settings => Measure(table, floor, settings));

    private static BenchResult Measure(GeneratedTable table, double floor, BenchSettings settings)
    {
        set_num_threads(settings.Threads);
        var path = table.WriteTo(settings.WorkFolder);
        var words = new JsonObject
        {
            ["path"] = path, ["threads"] = settings.Threads,
            ["numbers"] = new JsonArray([.. table.NumberNames.Select(n => (JsonNode)n)]),
            ["categories"] = new JsonArray([.. table.CategoryNames.Select(n => (JsonNode)n)]),
        };
        using var peer = new PeerProcess("tables.py", words, settings.Threads);
        var result = new Duel(times => Run(table, settings.WorkFolder, times), peer.Run).Run(
            new() { Case = table.Name, Floor = floor, Unit = "s", Threads = settings.Threads, Against = peer.Version }, settings, perSecond: false);
        var theirs = peer.Ask(new() { ["sums"] = 1 })["sums"]!.AsArray().Select(sum => sum!.GetValue<double>());
        var difference = Sums(table, settings.WorkFolder).Zip(theirs, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(b))).Max();
        return Checked(result with { Difference = difference });
    }

    private static BenchResult Checked(BenchResult result) => result.Difference <= Tolerance ? result : result with
    {
        Ratio = null, RatioFrom = null, RatioTo = null,
        Refusal = new(
            $"no ratio: a column differs from pandas' by {result.Difference!.Value.ToString("0.0e0", CultureInfo.InvariantCulture)}",
            $"不给出比值：有一列与 pandas 的结果相差 {result.Difference!.Value.ToString("0.0e0", CultureInfo.InvariantCulture)}"),
    };

    private static Spent Run(GeneratedTable table, string folder, long times) => Spent.On(() =>
    {
        for (var i = 0L; i < times; i++)
        {
            using var scope = NewDisposeScope();
            _ = Load(table, folder);
        }
    });

    private static (Tensor Numbers, Tensor[] Categories) Load(GeneratedTable table, string folder)
    {
        var data = DataPreparation.Prepare(table.DataSet, folder);
        var block = data.Combine(table.NumberNames);
        return (
            tensor((float[])block.Values, [block.Values.LongLength / block.RowSize, block.RowSize]),
            [.. table.CategoryNames.Select(name => tensor((long[])data.Column(name).Values))]);
    }

    /// <summary>What the peer says too: the sum of each number column, then the sizes of each category column's classes from small to large.</summary>
    private static List<double> Sums(GeneratedTable table, string folder)
    {
        using var scope = NewDisposeScope();
        var (numbers, categories) = Load(table, folder);
        var sums = numbers.to(ScalarType.Float64).sum([0L]).data<double>().ToArray().ToList();
        foreach (var column in categories)
        {
            sums.AddRange(column.data<long>().ToArray().GroupBy(c => c).Select(c => (double)c.Count()).Order());
        }

        return sums;
    }
}
