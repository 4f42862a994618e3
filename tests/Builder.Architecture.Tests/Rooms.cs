namespace Builder.Architecture.Tests;

/// <summary>The rooms of the house: each project under <c>src</c> and <c>bench</c> and what it may reference. Data flows one way.</summary>
internal static class Rooms
{
    private const string Bench = "Builder.Bench";
    private const string BenchUi = "Builder.Bench.Ui";

    /// <summary>The direct references that each project may have; nothing else, and nothing upward.</summary>
    public static IReadOnlyDictionary<string, string[]> MayReference { get; } = new Dictionary<string, string[]>
    {
        ["Builder.Graph"] = [],
        ["Builder.Files"] = [],
        ["Builder.Datasets"] = ["Builder.Graph"],
        ["Builder.Training"] = ["Builder.Graph", "Builder.Files", "Builder.Datasets", "Builder.Protocol"],
        ["Builder.Protocol"] = ["Builder.Graph"],
        ["Builder.Runner"] = ["Builder.Training", "Builder.Files", "Builder.Protocol"],
        ["Builder.Storage"] = ["Builder.Graph", "Builder.Files", "Builder.Protocol"],
        ["Builder.Proposals"] = ["Builder.Graph", "Builder.Datasets"],
        ["Builder.Web"] = ["Builder.Graph", "Builder.Files", "Builder.Datasets", "Builder.Protocol", "Builder.Storage", "Builder.Proposals"],
        [Bench] = ["Builder.Training", "Builder.Proposals"],
        [BenchUi] = [],
    };

    /// <summary>The rooms that compute with tensors: nobody else may know TorchSharp, least of all the server.</summary>
    public static IReadOnlySet<string> MayUseTorchSharp { get; } = new HashSet<string> { "Builder.Training", "Builder.Runner", Bench };

    /// <summary>What a built assembly may mention: its room's references and, through them, everything below.</summary>
    public static HashSet<string> Below(string room)
    {
        var below = new HashSet<string>();
        foreach (var reference in MayReference[room])
        {
            below.Add(reference);
            below.UnionWith(Below(reference));
        }

        return below;
    }

    /// <summary>The name of a room's assembly.</summary>
    public static string AssemblyOf(string room) => room switch
    {
        "Builder.Runner" => "builder-runner",
        "Builder.Web" => "builder-web",
        Bench => "builder-bench",
        BenchUi => "builder-bench-ui",
        _ => room,
    };

    /// <summary>The folder of a room.</summary>
    public static string FolderOf(string room) => (room is Bench or BenchUi ? "bench/" : "src/") + room;

    /// <summary>The path of a room's built assembly, the one that <c>./builder test</c> has just built.</summary>
    public static string AssemblyPath(string room) =>
        Path.Combine(Repository.Root, FolderOf(room), "bin", "Release", "net10.0", AssemblyOf(room) + ".dll");
}
