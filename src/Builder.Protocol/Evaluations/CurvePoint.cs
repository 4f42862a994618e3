using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Protocol.Evaluations;

/// <summary>A point of a curve over all thresholds. In JSON: [x, y, threshold].</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="Threshold">Samples with at least this probability are called so; null where none are.</param>
[JsonConverter(typeof(CurvePointConverter))]
public readonly record struct CurvePoint(double X, double Y, double? Threshold);

internal sealed class CurvePointConverter : JsonConverter<CurvePoint>
{
    public override CurvePoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<double?[]>(ref reader, options) is [{ } x, { } y, var threshold]
            ? new CurvePoint(x, y, threshold) : throw new JsonException("A point is two numbers and a threshold.");

    public override void Write(Utf8JsonWriter writer, CurvePoint value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(ProtocolJson.Short(value.X));
        writer.WriteNumberValue(ProtocolJson.Short(value.Y));
        if (value.Threshold is { } threshold)
        {
            writer.WriteNumberValue(ProtocolJson.Short(threshold));
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteEndArray();
    }
}
