using System.Text.Json;
using Builder.Graph.Messages;

namespace Builder.Protocol;

/// <summary>Lines that earlier versions of the protocol wrote; they stand in the folders of finished runs for good.</summary>
internal static class EarlierProtocol
{
    /// <summary>The line as the current version would have written it.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static string Upgraded(string line) =>
        line.Contains("\"reasonZh\"", StringComparison.Ordinal) || line.Contains("\"zh\"", StringComparison.Ordinal) ? WithMessage(line) : line;

    // Version 1 had "reason" and "reasonZh", a remark "en" and "zh", where a message stands now.
    private static string WithMessage(string line)
    {
        using var json = JsonDocument.Parse(line);
        var happened = json.RootElement;
        return happened.ValueKind == JsonValueKind.Object && !happened.TryGetProperty("message", out _)
            && (Text(happened, "reason") ?? Text(happened, "en")) is { } english
            ? $"{line.TrimEnd()[..^1]},\"message\":{Verbatim(english, Text(happened, "reasonZh") ?? Text(happened, "zh") ?? english)}}}" : line;
    }

    private static string Verbatim(string english, string chinese) => JsonSerializer.Serialize(Message.Verbatim(new(english, chinese)));

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
