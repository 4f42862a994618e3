using System.Text.Json;

namespace Builder.Protocol;

/// <summary>Writes and reads run events as single lines of JSON.</summary>
public static class RunEventJson
{
    /// <summary>One line, without the line break.</summary>
    public static string Write(RunEvent message) => JsonSerializer.Serialize(message, ProtocolJson.Options);

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is no run event.</exception>
    public static RunEvent Read(string line) =>
        JsonSerializer.Deserialize<RunEvent>(line, ProtocolJson.Options) ?? throw new JsonException("The line is empty.");

    /// <summary>Numbers that JSON can hold: a value that is not finite becomes null.</summary>
    public static IReadOnlyDictionary<string, double?> Numbers(IReadOnlyDictionary<string, double> values) =>
        values.ToDictionary(v => v.Key, v => double.IsFinite(v.Value) ? v.Value : (double?)null);
}
