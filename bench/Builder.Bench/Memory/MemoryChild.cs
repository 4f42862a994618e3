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

/// <summary>The run whose memory is measured: the digits' network on fewer pictures, 60 epochs.</summary>
public static class MemoryChild
{
    /// <summary>Name of the command that starts it.</summary>
    public const string CommandName = "memory-of-a-run";

    /// <summary>The first of the early epochs. Until then the gaps between blocks of many sizes settle.</summary>
    public const long EarlyEpoch = 21;

    /// <summary>The first of the late epochs.</summary>
    public const long LateEpoch = EarlyEpoch + Epochs;

    /// <summary>How many epochs each part has.</summary>
    public const long Epochs = 20;

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
        var memory = new JsonObject();
        TrainingRun.Execute(new RunRequest
        {
            Document = Smaller(ProjectJson.Read(file)),
            ProjectFolder = folder,
            Folder = new RunFolder(Path.Combine(folder, "run")),
            Device = DeviceChoice.Cpu,
            Threads = threads,
            Observer = happened => Note(happened, memory),
        });
        Console.WriteLine(memory.ToJsonString());
        return 0;
    }

    // What is in use just after a collection is the least of an epoch's ends: what nobody holds any more but is not yet collected is no leak.
    private static void Note(TrainingEvent happened, JsonObject memory)
    {
        if (happened is EpochDone { Epoch: >= EarlyEpoch and < LateEpoch + Epochs } done)
        {
            var part = done.Epoch < LateEpoch ? "early" : "late";
            var inUse = AllocatedMemory.InUse() + GC.GetTotalMemory(forceFullCollection: false);
            memory[part] = Math.Min(memory[part]?.GetValue<long>() ?? long.MaxValue, inUse);
            memory[part + "Resident"] = Math.Max(memory[part + "Resident"]?.GetValue<long>() ?? 0, Environment.WorkingSet);
        }
    }

    private static ProjectDocument Smaller(ProjectDocument document) => document with
    {
        Blocks = document.Blocks.SetItem("trainer", document.Blocks["trainer"] with
        {
            Parameters = document.Blocks["trainer"].Parameters.SetItem("epochs", LateEpoch + Epochs - 1),
        }),
        Data = document.Data.SetItem("digits", document.Data["digits"] with
        {
            Rows = new RowSelection { Limit = Pictures }, Split = new RandomSplit(),
        }),
    };
}
