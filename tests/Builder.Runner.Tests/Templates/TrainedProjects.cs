using System.Collections.Concurrent;
using System.Text.Json;

namespace Builder.Runner.Tests.Templates;

/// <summary>Ready projects, each trained once, fully, through the executable.</summary>
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

    // Where two networks play against each other, the last bit of a sum decides what they draw after a thousand steps. With one thread
    // sums are added in the same order on every machine, and the pictures are those whose score the README tells.
    private static string Threads(string project) => project == "digits-gan" ? "1" : "2";

    private JsonElement Train(string project) => RunnerProcess
        .Run("train", Repository.Template(project), "--json", "--threads", Threads(project), "--device", "cpu", "--out", _folder[project])
        .Finished();
}
