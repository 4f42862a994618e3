using System.Globalization;
using System.Text.Json;

namespace Builder.Bench.Ui.Cases;

/// <summary>Runs the measurements of the product in the browser and prints them as a table, or with --json one object a line.</summary>
public static class UiBench
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Runs what the arguments name ("canvas", "watchers", "memory"), or all.</summary>
    /// <returns>0 where every number keeps to its limit, else 1.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var asJson = args.Contains("--json");
        var wanted = args.Where(a => !a.StartsWith('-')).ToList();
        var results = new List<UiResult>();
        await foreach (var result in MeasureAsync(name => wanted.Count == 0 || wanted.Contains(name)))
        {
            results.Add(result);
            Console.WriteLine(asJson ? JsonSerializer.Serialize(result, Json) : Line(result));
        }

        return results.All(r => r.Holds) ? 0 : 1;
    }

    private static async IAsyncEnumerable<UiResult> MeasureAsync(Func<string, bool> wants)
    {
        if (wants("canvas"))
        {
            await using var stage = await Stage.SetAsync();
            yield return await DragCase.MessagesAsync(stage);
            var page = await stage.Browser.OpenAsync(stage.Server);
            yield return await OpenCase.RunAsync(page);
            yield return await DragCase.LongestTaskAsync(page);
            yield return await ParameterCase.RunAsync(page);
        }

        if (wants("watchers"))
        {
            yield return await WatchersCase.RunAsync();
        }

        if (wants("memory"))
        {
            yield return await MemoryCase.RunAsync();
        }
    }

    private static string Line(UiResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Case,-78} {result.Value,9:0.##} {result.Unit,-3} {(result.AtLeast ? "≥" : "≤")} {result.Limit,7:0.##}  {(result.Holds ? "holds" : "DOES NOT HOLD")}");
}
