using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Builder.Runner.Tests;
using Builder.Tests.Order;

namespace Builder.ReadyProjects.Tests;

/// <summary>
/// Ready projects, each trained once through the executable: whole, as a new user would, where the long proofs are wanted, and otherwise those that take minutes in a
/// shortened form that reaches a lower score. Each takes one thread: where two networks play against each other, the last bit of a sum decides what they draw after a
/// thousand steps, and with one thread sums are added in the same order on every machine; and other tests run beside it.
/// </summary>
public sealed class TrainedProjects : IDisposable
{
    private static readonly Dictionary<string, string> s_fewerEpochs = new() { ["topics-lstm"] = "1", ["digits-cnn"] = "2", ["digits-gan"] = "2" };

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

    /// <summary>What a training reaches that was run whole, or in its shortened form.</summary>
    internal static double Expected(double whole, double shortened) => LongProofs.Whole ? whole : shortened;

    internal double Test(string project, string score) => Score(this[project], "test", score);

    internal string Bundle(string project) => this[project].GetProperty("bundle").GetString()!;

    private JsonElement Train(string project)
    {
        string[] fewer = !LongProofs.Whole && s_fewerEpochs.TryGetValue(project, out var epochs) ? ["--epochs", epochs] : [];
        return RunnerProcess.Run(["train", Place(project), "--json", "--threads", "1", "--device", "cpu", "--out", _folder[project], .. fewer]).Finished();
    }

    /// <summary>Where the project is; the one whose only epoch takes minutes is copied with windows that lie further apart.</summary>
    private string Place(string project)
    {
        var place = Repository.Template(project);
        if (LongProofs.Whole || project != "novel-gpt")
        {
            return place;
        }

        var copy = Directory.CreateDirectory(_folder["shortened"]).FullName;
        foreach (var file in Directory.GetFiles(place))
        {
            System.IO.File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        var document = System.IO.File.ReadAllText(Path.Combine(copy, "project.json"));
        var shortened = document.Replace("\"stride\": 64", "\"stride\": 256", StringComparison.Ordinal);
        Assert.NotEqual(document, shortened);
        System.IO.File.WriteAllText(Path.Combine(copy, "project.json"), shortened);
        return copy;
    }
}
