using System.Text.Json;
using System.Text.RegularExpressions;

namespace Builder.Graph.Tests.Json;

/// <summary>The part of JSON Schema (draft 2020-12) that the schema of project files uses; a keyword that it does not know is an error.</summary>
internal sealed class SchemaValidator(JsonElement root)
{
    /// <summary>Every place where a value breaks the schema.</summary>
    public IEnumerable<string> Errors(JsonElement value) => Errors(root, value, "$");

    private IEnumerable<string> Errors(JsonElement schema, JsonElement value, string path) =>
        schema.EnumerateObject().SelectMany(keyword => Check(schema, keyword.Name, keyword.Value, value, path));

    private IEnumerable<string> Check(JsonElement schema, string keyword, JsonElement rule, JsonElement value, string path) => keyword switch
    {
        "$schema" or "title" or "description" or "$defs" => [],
        "$ref" => Errors(Resolve(rule.GetString()!), value, path),
        "type" => When(!IsOfType(rule.GetString()!, value), $"{path}: not of type {rule}"),
        "const" => When(!JsonElement.DeepEquals(rule, value), $"{path}: not {rule}"),
        "enum" => When(!rule.EnumerateArray().Any(r => JsonElement.DeepEquals(r, value)), $"{path}: not one of {rule}"),
        "pattern" => When(!Regex.IsMatch(value.GetString()!, rule.GetString()!), $"{path}: does not match {rule}"),
        "maxLength" => When(value.GetString()!.Length > rule.GetInt32(), $"{path}: too long"),
        "minimum" => When(value.GetDouble() < rule.GetDouble(), $"{path}: too small"),
        "maximum" => When(value.GetDouble() > rule.GetDouble(), $"{path}: too large"),
        "minItems" => When(value.GetArrayLength() < rule.GetInt32(), $"{path}: too few"),
        "maxItems" => When(value.GetArrayLength() > rule.GetInt32(), $"{path}: too many"),
        "items" => value.EnumerateArray().SelectMany((item, i) => Errors(rule, item, $"{path}[{i}]")),
        "required" => rule.EnumerateArray().SelectMany(r => When(!value.TryGetProperty(r.GetString()!, out _), $"{path}: no {r}")),
        "properties" => value.EnumerateObject().SelectMany(p => rule.TryGetProperty(p.Name, out var known) ? Errors(known, p.Value, $"{path}.{p.Name}") : []),
        "additionalProperties" => value.EnumerateObject().Where(p => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(p.Name, out _))
            .SelectMany(p => rule.ValueKind == JsonValueKind.False ? [$"{path}.{p.Name}: not known"] : Errors(rule, p.Value, $"{path}.{p.Name}")),
        "anyOf" => When(rule.EnumerateArray().All(r => Errors(r, value, path).Any()), $"{path}: fits none of the choices"),
        _ => throw new NotSupportedException(keyword),
    };

    private JsonElement Resolve(string reference)
    {
        var place = root;
        foreach (var step in reference.TrimStart('#', '/').Split('/'))
        {
            place = place.GetProperty(step);
        }

        return place;
    }

    private static string[] When(bool broken, string words) => broken ? [words] : [];

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException(type),
    };
}
