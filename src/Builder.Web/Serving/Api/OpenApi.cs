using System.Text.Json.Nodes;
using Builder.Protocol;
using Builder.Web.Publishing;
using Builder.Web.Use.Tables;

namespace Builder.Web.Serving.Api;

/// <summary>
/// The description of a model's interface (OpenAPI 3.1.0, spec.openapis.org), made from the model itself: the fields of a row with their kinds, units and
/// categories, and what comes back.
/// </summary>
internal static class OpenApi
{
    /// <summary>The document of a model.</summary>
    public static JsonObject Of(ServedModel served) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject { ["title"] = served.Published.Title, ["description"] = served.Published.Purpose, ["version"] = FormattableString.Invariant($"{served.Published.Current}") },
        ["paths"] = new JsonObject
        {
            [ModelAddress.Predict(served.Published.Name)] = new JsonObject { ["post"] = Predict(served) },
            [ModelAddress.Api(served.Published.Name)] = new JsonObject { ["get"] = Operation("describe", "What the model takes and gives.", new() { ["type"] = "object" }) },
        },
        ["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            ["schemas"] = new JsonObject { ["Row"] = Row(served.Model.Description), ["Prediction"] = Prediction(served.Model.Description), ["Problem"] = Problem() },
        },
        ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject()),
    };

    private static JsonObject Predict(ServedModel served)
    {
        var body = PicturePrediction.IsFor(served.Model.Description)
            ? new JsonObject { ["image/*"] = new JsonObject { ["schema"] = new JsonObject() } }
            : new JsonObject
            {
                ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["oneOf"] = new JsonArray(Reference("Row"), Many(Reference("Row"), RowReader.MostRows)) } },
                ["text/csv"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } },
            };
        var operation = Operation("predict", "Predicts for one row or many.", new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["model"] = Typed("string"), ["version"] = Typed("integer"), ["predictions"] = Many(Reference("Prediction")),
                ["remarks"] = Many(new() { ["type"] = "object", ["properties"] = new JsonObject { ["row"] = Typed("integer"), ["field"] = Typed("string"), ["message"] = Typed("string") } }),
            },
            ["required"] = new JsonArray("model", "version", "predictions", "remarks"),
        });
        operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = body };
        return operation;
    }

    private static JsonObject Operation(string id, string summary, JsonObject answer) => new()
    {
        ["operationId"] = id,
        ["summary"] = summary,
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "OK", ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = answer } } },
            ["default"] = new JsonObject { ["description"] = "Refused", ["content"] = new JsonObject { [Shell.Faults.ApiProblem.ContentType] = new JsonObject { ["schema"] = Reference("Problem") } } },
        },
    };

    private static JsonObject Row(ModelDescription model)
    {
        var (fields, required) = (new JsonObject(), new JsonArray());
        foreach (var input in model.Inputs)
        {
            fields[input.Name] = Field(input);
            if (!input.MayBeMissing)
            {
                required.Add(input.Name);
            }
        }

        return new() { ["type"] = "object", ["properties"] = fields, ["required"] = required, ["additionalProperties"] = false };
    }

    private static JsonObject Field(InputDescription input)
    {
        var field = input.Kind switch
        {
            "number" => new JsonObject { ["type"] = new JsonArray("number", "string") },
            "labels" => new JsonObject { ["type"] = new JsonArray("array", "string"), ["items"] = Typed("string") },
            _ => Typed("string"),
        };
        if (input is { Kind: "category", Categories: { Count: > 0 and < InputDescription.MostCategories } categories })
        {
            field["examples"] = new JsonArray([.. categories.Select(c => JsonValue.Create(c))]);
        }

        if (input.Unit is { Length: > 0 } unit)
        {
            field["description"] = unit;
        }

        return field;
    }

    private static JsonObject Prediction(ModelDescription model)
    {
        var outputs = new JsonObject();
        foreach (var output in model.Outputs)
        {
            outputs[output.Name] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = output.Classes.Count > 0
                    ? new JsonObject { ["class"] = Typed("string"), ["labels"] = Many(Typed("string")), ["probability"] = Typed("number"), ["probabilities"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Typed("number") } }
                    : new JsonObject { ["value"] = new JsonObject { ["type"] = new JsonArray("number", "null") }, ["unit"] = Typed("string") },
            };
        }

        return new() { ["type"] = "object", ["properties"] = outputs };
    }

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["status"] = Typed("integer"), ["detail"] = Typed("string"), ["code"] = Typed("string"),
            ["errors"] = Many(new() { ["type"] = "object", ["properties"] = new JsonObject { ["row"] = Typed("integer"), ["field"] = new JsonObject { ["type"] = new JsonArray("string", "null") }, ["message"] = Typed("string") } }),
        },
    };

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Many(JsonObject items, int? most = null) => most is { } count
        ? new() { ["type"] = "array", ["items"] = items, ["minItems"] = 1, ["maxItems"] = count } : new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };
}
