using System.Text.Json;

namespace Builder.Runner.Tests;

/// <summary>How a run of the executable ended and what it wrote.</summary>
/// <param name="ExitCode">0 where all went well.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record RunnerResult(int ExitCode, string Output, string Error)
{
    /// <summary>The events of a run with --json, one for each line of standard output.</summary>
    public IReadOnlyList<JsonElement> Events =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    /// <summary>The events of one name.</summary>
    public IEnumerable<JsonElement> EventsOf(string name) => Events.Where(e => e.GetProperty("event").GetString() == name);

    /// <summary>The last event, after making sure that it tells of success.</summary>
    public JsonElement Finished()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Error}");
        var last = Events[^1];
        Assert.Equal("finished", last.GetProperty("event").GetString());
        return last;
    }
}
