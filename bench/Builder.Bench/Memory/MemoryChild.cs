using System.CommandLine;
using System.Text.Json.Nodes;
using Builder.Bench.Training;
using Builder.Files;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Training.Loop;
using Builder.Training.Runs;

namespace Builder.Bench.Memory;

/// <summary>The run whose memory is measured: the digits' network on fewer pictures, 20 epochs.</summary>
public static class MemoryChild
{
    /// <summary>Name of the command that starts it.</summary>
    public const string CommandName = "memory-of-a-run";

    // Blocks of many sizes never fit without gaps, so single epochs differ by some per cent: the mean of four tells whether it grows.
    private const long EarlyEpoch = 2;
    private const long LateEpoch = 17;
    private const long Epochs = 4;
    private const int Pictures = 1280;
    private static readonly Argument<string> Folder = new("FOLDER");
    private static readonly Argument<int> Threads = new("THREADS");

    /// <summary>The command; it is for <see cref="MemoryCase"/> alone.</summary>
    public static System.CommandLine.Command Create()
    {
        var command = new System.CommandLine.Command(CommandName) { Folder, Threads };
        command.Hidden = true;
        command.SetAction(parsed => Run(parsed.GetValue(Folder)!, parsed.GetValue(Threads)));
        return command;
    }

    private static int Run(string folder, int threads)
    {
        const string name = "digits-cnn";
        CaseData.Place(name, folder);
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "documents", name + ".json"));
        var resident = new JsonObject();
        TrainingRun.Execute(new RunRequest
        {
            Document = Smaller(ProjectJson.Read(file)),
            ProjectFolder = folder,
            Folder = new RunFolder(Path.Combine(folder, "run")),
            Device = DeviceChoice.Cpu,
            Threads = threads,
            Observer = happened => Note(happened, resident),
        });
        Console.WriteLine(resident.ToJsonString());
        return 0;
    }

    private static void Note(TrainingEvent happened, JsonObject resident)
    {
        if (happened is EpochDone { Epoch: >= EarlyEpoch and < EarlyEpoch + Epochs or >= LateEpoch and < LateEpoch + Epochs } done)
        {
            var part = done.Epoch < LateEpoch ? "early" : "late";
            resident[part] = (resident[part]?.GetValue<long>() ?? 0) + (Environment.WorkingSet / Epochs);
        }
    }

    private static ProjectDocument Smaller(ProjectDocument document) => document with
    {
        Data = document.Data.SetItem("digits", document.Data["digits"] with
        {
            Rows = new RowSelection { Limit = Pictures }, Split = new RandomSplit(),
        }),
    };
}
