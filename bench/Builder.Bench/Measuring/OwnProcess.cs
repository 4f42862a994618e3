using System.Diagnostics;
using System.Text.Json.Nodes;
using Builder.Bench.Command;
using Builder.Graph;

namespace Builder.Bench.Measuring;

/// <summary>Runs a part of a case in a process of its own, so that its memory is its own.</summary>
internal static class OwnProcess
{
    /// <summary>Runs this program with other words and reads what it says in its last line.</summary>
    /// <param name="words">The words on its command line.</param>
    /// <param name="what">What fails where it fails.</param>
    /// <param name="variables">Variables of its environment besides those of this process.</param>
    /// <exception cref="BenchException">It has failed.</exception>
    public static JsonObject Run(IEnumerable<string> words, Localized what, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var child = Process.Start(start)!;
        var line = child.StandardOutput.ReadToEnd().TrimEnd().Split('\n')[^1];
        child.WaitForExit();
        return child.ExitCode == 0 && JsonNode.Parse(line) is JsonObject told ? told
            : throw new BenchException(new($"{what.En} failed: {line}", $"{what.Zh}失败：{line}"));
    }
}
