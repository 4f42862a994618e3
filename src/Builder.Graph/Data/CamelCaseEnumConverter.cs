using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>Writes an enum by its name in camel case; numbers are refused.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
