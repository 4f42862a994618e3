using System.Text.RegularExpressions;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Protocol;

namespace Builder.Web.Runners;

/// <summary>What the runners of a server find around them, and how their words come to people: without the places of this computer's disk.</summary>
/// <param name="DataFolder">The data folder.</param>
/// <param name="Faults">The folder for what a runner writes about a fault of its own; the owner's alone.</param>
public sealed record RunnerSurroundings(string DataFolder, string Faults)
{
    private readonly Regex _places = new($"{Regex.Escape(Path.Combine(DataFolder, "projects"))}[/\\\\][^/\\\\]+[/\\\\]|{Regex.Escape(DataFolder)}[/\\\\]",
        RegexOptions.CultureInvariant | (FilePaths.Comparison == StringComparison.Ordinal ? RegexOptions.None : RegexOptions.IgnoreCase));

    /// <summary>
    /// Variables for a runner. Temporary files go where only the owner can read and put any; the runtime's own doors for debuggers, which would lie
    /// there too, stay shut.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        ["TMPDIR"] = Faults, ["TEMP"] = Faults, ["TMP"] = Faults, ["DOTNET_EnableDiagnostics"] = "0",
    };

    /// <summary>The same message with paths as a project's owner knows them, such as "runs/…/bundle".</summary>
    public RunEvent Shown(RunEvent message) => message switch
    {
        RunEvent.Failed e => e with { Message = Shown(e.Message) },
        RunEvent.PredictionFailed e => e with { Message = Shown(e.Message) },
        RunEvent.PictureFailed e => e with { Message = Shown(e.Message) },
        RunEvent.Refused e => e with { Message = Shown(e.Message) },
        RunEvent.Remark e => e with { Message = Shown(e.Message) },
        _ => message,
    };

    private Message Shown(Message said) => said.Replacing(text => _places.Replace(text, ""));
}
