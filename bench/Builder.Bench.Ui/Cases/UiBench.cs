using System.Globalization;
using System.Text.Json;

namespace Builder.Bench.Ui.Cases;

/// <summary>Runs the measurements of the product in the browser and prints them as a table, or with --json one object a line.</summary>
public static class UiBench
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Runs what the arguments name ("canvas", "train", "watchers", "memory"), or all.</summary>
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

        var missed = results.Count(r => !r.Holds);
        if (missed > 0 && !asJson)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{missed} of {results.Count} numbers do not hold. Measure again on a machine that does nothing else before looking for the reason."));
        }

        return missed == 0 ? 0 : 1;
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
            foreach (var result in await ParameterCase.RunAsync(page))
            {
                yield return result;
            }

            yield return await ShowAllCase.RunAsync(page);
        }

        if (wants("train"))
        {
            foreach (var result in await TrainCase.RunAsync())
            {
                yield return result;
            }
        }

        if (wants("watchers"))
        {
            foreach (var result in await WatchersCase.RunAsync())
            {
                yield return result;
            }
        }

        if (wants("memory"))
        {
            foreach (var result in await MemoryCase.RunAsync())
            {
                yield return result;
            }
        }
    }

    private static string Line(UiResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Case,-80} {result.Value,9:0.###} {result.Unit,-3} {Verdict(result)}");

    private static string Verdict(UiResult result) => result.Limit is { } limit
        ? string.Create(CultureInfo.InvariantCulture, $"{(result.AtLeast ? "≥" : "≤")} {limit,7:0.##}  {(result.Holds ? "holds" : "DOES NOT HOLD")}")
        : "(told)";
}
