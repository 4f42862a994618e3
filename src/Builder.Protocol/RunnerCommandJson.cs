using System.Text.Json;

namespace Builder.Protocol;

/// <summary>Writes and reads commands as single lines of JSON.</summary>
public static class RunnerCommandJson
{
    /// <summary>One line, without the line break.</summary>
    public static string Write(RunnerCommand command) => JsonSerializer.Serialize(command, ProtocolJson.Options);

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is no command.</exception>
    public static RunnerCommand Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<RunnerCommand>(line, ProtocolJson.Options) ?? throw new JsonException("The line is empty.");
        }
        catch (NotSupportedException unknown)
        {
            // An object without "command" has no type to make.
            throw new JsonException("The line names no command.", unknown);
        }
    }
}
