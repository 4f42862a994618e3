using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Protocol;

/// <summary>A validation picture and what the model takes it for.</summary>
/// <param name="Picture">Path of a PNG file; it does not change during the run.</param>
/// <param name="True">The true class.</param>
/// <param name="Predicted">The class that the model finds likeliest.</param>
/// <param name="Probability">How likely it finds that class, 0 to 1.</param>
public sealed record PictureSample(string Picture, string True, string Predicted, double Probability);

/// <summary>A true value and the prediction of it, in the column's unit. In JSON: [true, predicted].</summary>
/// <param name="True">The true value.</param>
/// <param name="Predicted">The prediction.</param>
[JsonConverter(typeof(ValuePointConverter))]
public readonly record struct ValuePoint(double True, double Predicted);

internal sealed class ValuePointConverter : JsonConverter<ValuePoint>
{
    public override ValuePoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<double[]>(ref reader, options) is [var actual, var predicted]
            ? new ValuePoint(actual, predicted) : throw new JsonException("A point is two numbers.");

    public override void Write(Utf8JsonWriter writer, ValuePoint value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(ProtocolJson.Short(value.True));
        writer.WriteNumberValue(ProtocolJson.Short(value.Predicted));
        writer.WriteEndArray();
    }
}
