using System.Text.Json;

namespace Builder.Protocol;

/// <summary>Writes and reads run events as single lines of JSON.</summary>
public static class RunEventJson
{
    /// <summary>One line, without the line break.</summary>
    public static string Write(RunEvent message) => JsonSerializer.Serialize(message, ProtocolJson.Options);

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is no run event, or lacks something.</exception>
    public static RunEvent Read(string line)
    {
        try
        {
            var happened = JsonSerializer.Deserialize<RunEvent>(EarlierProtocol.Upgraded(line), ProtocolJson.Options) ?? throw new JsonException("The line is empty.");
            return Completeness.IsWhole(happened) ? happened : throw new JsonException("The event lacks something.");
        }
        catch (NotSupportedException unknown)
        {
            // An object without "event" has no type to make.
            throw new JsonException("The line names no event.", unknown);
        }
    }

    /// <summary>Reads a line; null where it is no run event that this version knows.</summary>
    public static RunEvent? TryRead(string line)
    {
        try
        {
            return Read(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Numbers that JSON can hold: a value that is not finite becomes null.</summary>
    public static IReadOnlyDictionary<string, double?> Numbers(IReadOnlyDictionary<string, double> values) =>
        values.ToDictionary(v => v.Key, v => double.IsFinite(v.Value) ? v.Value : (double?)null);
}
