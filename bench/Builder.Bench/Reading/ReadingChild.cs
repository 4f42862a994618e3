using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Proposals;
using Builder.Proposals.Warnings;

namespace Builder.Bench.Reading;

/// <summary>What the processes do that a large table passes through, from its upload until the Data page shows it and its shapes are known.</summary>
public static class ReadingChild
{
    /// <summary>Name of the command that starts it.</summary>
    public const string CommandName = "reading-of-a-table";

    /// <summary>The parts: the process that takes the file apart, the server, and the process that finds out shapes and classes.</summary>
    public const string Reader = "reader", Server = "server", Schema = "schema";

    /// <summary>A plain pass over the file: its lines as texts.</summary>
    public const string Pass = "pass";

    private static readonly Argument<string> Part = new("PART");
    private static readonly Argument<string> Folder = new("FOLDER");
    private static readonly Argument<string> Words = new("JSON");

    /// <summary>The command; it is for <see cref="ReadingCase"/> alone.</summary>
    public static System.CommandLine.Command Create()
    {
        var command = new System.CommandLine.Command(CommandName) { Part, Folder, Words };
        command.Hidden = true;
        command.SetAction(parsed => Run(parsed.GetValue(Part)!, parsed.GetValue(Folder)!, parsed.GetValue(Words)!));
        return command;
    }

    private static int Run(string part, string folder, string words)
    {
        var watch = Stopwatch.StartNew();
        var (told, steps) = (new JsonObject(), new JsonObject());
        var last = 0.0;
        switch (part)
        {
            case Reader:
                told["words"] = JsonSerializer.Serialize<DataSource>(SourceInspection.Keep((TableSource)Read<DataSource>(words), folder), DataJson.Options);
                break;
            case Server:
                told["words"] = JsonSerializer.Serialize(Look(Read<DataSource>(words), folder, Step), DataJson.Options);
                break;
            case Schema:
                told["words"] = $"{DataPreparation.Try(Read<DataSet>(words), folder, []).Schema.Columns.Length}";
                break;
            default:
                told["words"] = $"{File.ReadLines(Path.Combine(folder, words)).Sum(line => (long)line.Length)}";
                break;
        }

        using var own = Process.GetCurrentProcess();
        (told["seconds"], told["processor"], told["peak"], told["steps"]) = (watch.Elapsed.TotalSeconds, own.TotalProcessorTime.TotalSeconds, own.PeakWorkingSet64, steps);
        Console.WriteLine(told.ToJsonString());
        return 0;

        void Step(string name)
        {
            var now = watch.Elapsed.TotalSeconds;
            steps[name] = Math.Round(now - last, 2);
            last = now;
        }
    }

    // As the server does after an upload, and then as the page does.
    private static DataSet Look(DataSource source, string folder, Action<string> step)
    {
        const string id = "table";
        var inspection = SourceInspection.Of(source, folder);
        step("look");
        var guess = DataPlan.Guess(inspection, id);
        step("guess");
        var empty = ProjectDocument.Create(id);
        var used = DocumentEditor.Apply(empty, Proposer.UsePlan(inspection, guess)(empty));
        var set = used.Document?.Data[id] ?? throw new InvalidOperationException(used.Problem?.Message.Words.En);
        step("use");
        var plan = DataPlan.Read(set, guess.Target?.Name, inspection);
        step("read");
        _ = DataWarnings.Of(inspection, plan).Length;
        step("warn");
        _ = Proposer.SeriesOf(inspection, plan);
        step("series");
        return set;
    }

    private static T Read<T>(string words) => JsonSerializer.Deserialize<T>(words, DataJson.Options)!;
}
