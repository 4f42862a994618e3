using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Builder.Runner.Tests;

namespace Builder.ReadyProjects.Tests;

/// <summary>
/// Ready projects, each trained once, fully, through the executable. Each takes one thread: where two networks play against each other,
/// the last bit of a sum decides what they draw after a thousand steps, and with one thread sums are added in the same order on every
/// machine; and other tests run beside it.
/// </summary>
public sealed class TrainedProjects : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, JsonElement> _finished = new();

    /// <summary>The last event of the training of a ready project. Trains it when it is first asked for.</summary>
    internal JsonElement this[string project] => _finished.GetOrAdd(project, Train);

    /// <summary>A path for files of a test.</summary>
    internal string File(string name) => _folder[name];

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    internal static double Score(JsonElement finished, string part, string score) => finished.GetProperty(part).GetProperty(score).GetDouble();

    internal static void AtLeast(double expected, double actual) =>
        Assert.True(actual >= expected, string.Create(CultureInfo.InvariantCulture, $"{actual} is less than {expected}."));

    internal double Test(string project, string score) => Score(this[project], "test", score);

    internal string Bundle(string project) => this[project].GetProperty("bundle").GetString()!;

    private JsonElement Train(string project) => RunnerProcess
        .Run("train", Repository.Template(project), "--json", "--threads", "1", "--device", "cpu", "--out", _folder[project])
        .Finished();
}
