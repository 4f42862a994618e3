using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>
/// Reads and writes the <c>data</c> section of a project file. Property order is that of the records; nulls are left out;
/// properties and kinds that are not known are refused.
/// </summary>
public static class DataJson
{
    /// <summary>The options under which the records of this namespace are read and written.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Reads the list of data sets.</summary>
    /// <exception cref="JsonException">It is not a list of data sets; <see cref="JsonException.Path"/> names the place.</exception>
    public static ImmutableArray<DataSet> Read(JsonElement section)
    {
        try
        {
            return section.Deserialize<ImmutableArray<DataSet>>(Options);
        }
        catch (NotSupportedException missingKind)
        {
            throw new JsonException(missingKind.Message, missingKind);
        }
    }

    /// <summary>Writes the list of data sets as UTF-8.</summary>
    public static byte[] Write(ImmutableArray<DataSet> dataSets) => JsonSerializer.SerializeToUtf8Bytes(dataSets, Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowOutOfOrderMetadataProperties = true,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
            NewLine = "\n",
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
