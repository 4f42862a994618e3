using System.Text.Json.Nodes;
using Builder.Protocol;

namespace Builder.Web.Serving.Api;

/// <summary>Predictions as programs read them.</summary>
internal static class PredictionJson
{
    /// <summary>The answer to some rows: <c>{ "model", "version", "predictions": [ { OUTPUT: … } ], "remarks": [ … ] }</c>.</summary>
    /// <param name="served">The model.</param>
    /// <param name="rows">The predictions, in the order of the rows.</param>
    /// <param name="unseen">Columns in which the model met what it has never seen.</param>
    /// <param name="language">Language of the remarks.</param>
    public static JsonObject Of(ServedModel served, IEnumerable<IReadOnlyList<PredictedOutput>> rows, IEnumerable<UnseenValue> unseen, string language) => new()
    {
        ["model"] = served.Published.Name,
        ["version"] = served.Published.Current,
        ["predictions"] = new JsonArray([.. rows.Select(Row)]),
        ["remarks"] = new JsonArray([.. unseen.Select(u => new JsonObject { ["row"] = u.Row, ["field"] = u.Column, ["message"] = u.Words.In(language) })]),
    };

    /// <summary>What a model takes and gives.</summary>
    public static JsonObject Contract(ServedModel served) => new()
    {
        ["name"] = served.Published.Name,
        ["title"] = served.Published.Title,
        ["purpose"] = served.Published.Purpose,
        ["version"] = served.Published.Current,
        ["versions"] = new JsonArray([.. served.Published.Versions.Select(v => new JsonObject { ["number"] = v.Number, ["published"] = v.PublishedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture) })]),
        ["inputs"] = new JsonArray([.. served.Model.Description.Inputs.Select(Input)]),
        ["outputs"] = new JsonArray([.. served.Model.Description.Outputs.Select(Output)]),
    };

    private static JsonObject Row(IReadOnlyList<PredictedOutput> outputs)
    {
        var row = new JsonObject();
        foreach (var output in outputs)
        {
            row[output.Name] = Value(output);
        }

        return row;
    }

    private static JsonObject Value(PredictedOutput output)
    {
        var value = new JsonObject();
        if (output.Labels is { } labels)
        {
            value["labels"] = new JsonArray([.. labels.Select(l => JsonValue.Create(l))]);
        }
        else if (output.Class is { } found)
        {
            (value["class"], value["probability"]) = (found, output.Probability);
        }
        else
        {
            // A number that is none has no place in JSON.
            value["value"] = output.Value is { } number && double.IsFinite(number) ? number : null;
            if (output.Unit is { Length: > 0 } unit)
            {
                value["unit"] = unit;
            }
        }

        if (output.Probabilities is { } probabilities)
        {
            var all = new JsonObject();
            foreach (var one in probabilities)
            {
                all[one.Class] = one.Probability;
            }

            value["probabilities"] = all;
        }

        return value;
    }

    private static JsonObject Input(InputDescription input)
    {
        var described = new JsonObject { ["name"] = input.Name, ["kind"] = input.Kind, ["required"] = !input.MayBeMissing };
        if (input.Unit is { Length: > 0 } unit)
        {
            described["unit"] = unit;
        }

        if (input.Categories is { Count: > 0 } categories)
        {
            described["categories"] = new JsonArray([.. categories.Select(c => JsonValue.Create(c))]);
        }

        if (input is { Least: { } least, Most: { } most })
        {
            (described["least"], described["most"]) = (least, most);
        }

        return described;
    }

    private static JsonObject Output(OutputDescription output)
    {
        var described = new JsonObject { ["name"] = output.Name };
        if (output.Classes.Count > 0)
        {
            described["classes"] = new JsonArray([.. output.Classes.Select(c => JsonValue.Create(c))]);
        }

        if (output.Unit is { Length: > 0 } unit)
        {
            described["unit"] = unit;
        }

        return described;
    }
}
