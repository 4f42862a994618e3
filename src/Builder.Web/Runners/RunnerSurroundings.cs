using System.Text.RegularExpressions;
using Builder.Protocol;

namespace Builder.Web.Runners;

/// <summary>What the runners of a server find around them, and how their words come to people: without the places of this computer's disk.</summary>
/// <param name="DataFolder">The data folder.</param>
/// <param name="Faults">The folder for what a runner writes about a fault of its own; the owner's alone.</param>
public sealed record RunnerSurroundings(string DataFolder, string Faults)
{
    private readonly Regex _places = new($"{Regex.Escape(Path.Combine(DataFolder, "projects"))}[/\\\\][^/\\\\]+[/\\\\]|{Regex.Escape(DataFolder)}[/\\\\]", RegexOptions.CultureInvariant);

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
        RunEvent.Failed e => e with { Reason = Shown(e.Reason), ReasonZh = Shown(e.ReasonZh) },
        RunEvent.PredictionFailed e => e with { Reason = Shown(e.Reason), ReasonZh = Shown(e.ReasonZh) },
        RunEvent.PictureFailed e => e with { Reason = Shown(e.Reason), ReasonZh = Shown(e.ReasonZh) },
        RunEvent.Refused e => e with { Reason = Shown(e.Reason), ReasonZh = Shown(e.ReasonZh) },
        RunEvent.Remark e => e with { En = Shown(e.En), Zh = Shown(e.Zh) },
        _ => message,
    };

    private string Shown(string words) => words is null ? "" : _places.Replace(words, "");
}
