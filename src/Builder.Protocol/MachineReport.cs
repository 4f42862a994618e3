using System.Text.Json;

namespace Builder.Protocol;

/// <summary>What a machine offers to training: <c>builder-runner doctor --json</c>.</summary>
/// <param name="Works">True where libtorch computes rightly.</param>
/// <param name="Processors">Processor cores.</param>
/// <param name="Threads">Threads that libtorch computes with.</param>
/// <param name="MemoryBytes">Memory that a process may use.</param>
/// <param name="Gpus">Graphics cards that libtorch can use.</param>
public sealed record MachineReport(bool Works, int Processors, int Threads, long MemoryBytes, int Gpus)
{
    /// <summary>One line of JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, ProtocolJson.Options);

    /// <summary>Reads such a line; null where it is none.</summary>
    public static MachineReport? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<MachineReport>(line, ProtocolJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
