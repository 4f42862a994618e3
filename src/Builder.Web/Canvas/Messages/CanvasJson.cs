using System.Text.Encodings.Web;
using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Storage.Projects;

namespace Builder.Web.Canvas.Messages;

/// <summary>Messages between server and canvas client as JSON.</summary>
public static class CanvasJson
{
    /// <summary>The longest message that goes through the circuit; longer ones are posted.</summary>
    public const int LongestThroughCircuit = 32 * 1024;

    /// <summary>How messages are read and written.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>A message to the canvas client.</summary>
    public static string Write(ToIsland message) => JsonSerializer.Serialize(message, Options);

    /// <summary>A message from the canvas client.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static FromIsland Read(string json)
    {
        try
        {
            var message = JsonSerializer.Deserialize<FromIsland>(json, Options) ?? throw new JsonException("A message must not be null.");
            return message is IslandRequest { CommandId: not { Length: > 0 and <= LoggedEdit.LongestId } }
                ? throw new JsonException("A command needs an id, and a short one.") : message;
        }
        catch (Exception notAMessage) when (notAMessage is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new JsonException(notAMessage.Message, notAMessage);
        }
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = false,
            MaxDepth = DocumentLimits.FileDepth,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { (System.Text.Json.Serialization.JsonConverter)EditJson.Options.GetConverter(typeof(ParameterValue)) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
