using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Messages;

namespace Builder.Graph.Json;

/// <summary>Reads one data set of a project file; what the serializer says of a mistake is turned into words that name the place.</summary>
internal static partial class DataSetReader
{
    /// <summary>Reads one entry of the project file's "data".</summary>
    /// <exception cref="ProjectFileException">It is not one.</exception>
    public static DataSet Read(JsonSource source, JsonItem node)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            throw source.Fail(node, ProjectFileMessages.NotABraceDataSet.With());
        }

        try
        {
            return JsonSerializer.Deserialize<DataSet>(source.BytesOf(node).Span, DataJson.Options)!;
        }
        catch (JsonException mistake)
        {
            var place = Find(node, mistake.Path);
            throw source.Fail(place, Explain(place, mistake.Message), code: "BadData");
        }
        catch (NotSupportedException withoutKind)
        {
            var place = WithoutKind(node) ?? Find(node, PathIn().Match(withoutKind.Message).Groups[1].Value);
            throw source.Fail(place, MissingProperty("kind"), code: "BadData");
        }
    }

    /// <summary>The value at a path such as "$.columns[0].type", or the nearest one around it.</summary>
    private static JsonItem Find(JsonItem node, string? path)
    {
        foreach (Match step in Step().Matches(path ?? ""))
        {
            var next = step.Groups["index"] is { Success: true } index
                ? node.Items.ElementAtOrDefault(int.TryParse(index.Value, out var place) ? place : -1)
                : node.Members.GetValueOrDefault(step.Groups["name"].Value);
            if (next is null)
            {
                break;
            }

            node = next;
        }

        return node;
    }

    /// <summary>The first source, split or transform that does not say of which kind it is.</summary>
    private static JsonItem? WithoutKind(JsonItem dataSet)
    {
        IEnumerable<JsonItem?> columns = dataSet.Members.TryGetValue("columns", out var list) ? list.Items : [];
        var transforms = columns.SelectMany(c => c!.Members.TryGetValue("transforms", out var steps) ? steps.Items : []);
        return new[] { dataSet.Members.GetValueOrDefault("source"), dataSet.Members.GetValueOrDefault("split") }.Concat(transforms)
            .FirstOrDefault(item => item is { Kind: JsonValueKind.Object } && !item.Members.ContainsKey("kind"));
    }

    private static Message Explain(JsonItem place, string message)
    {
        if (message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return ProjectFileMessages.UnknownName.With(("name", BlockNames.Short(place.Name)));
        }

        if (Required().Match(message) is { Success: true } required)
        {
            return MissingProperty(required.Groups[1].Value);
        }

        if (message.Contains("discriminator", StringComparison.Ordinal))
        {
            return place.Members.TryGetValue("kind", out var kind) ? NotPossible(kind) : MissingProperty("kind");
        }

        return place.Kind == JsonValueKind.Null
            ? ProjectFileMessages.NullValue.With()
            : NotPossible(place);
    }

    private static Message NotPossible(JsonItem place)
    {
        if (place.Kind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return ProjectFileMessages.WrongValueType.With(("name", place.Name));
        }

        var (text, possible) = (BlockNames.Short(place.Text), Possible(place).ToArray());
        return possible.Length == 0
            ? ProjectFileMessages.NotPossible.With(("text", text), ("name", place.Name))
            : ProjectFileMessages.NotOneOf.With(("text", text), ("name", place.Name), ("possible", MessageArgument.List(possible)));
    }

    /// <summary>What may stand at a place, where that is a short list; otherwise empty.</summary>
    private static IEnumerable<string> Possible(JsonItem place) => (place.Name, place.Parent?.Name, place.Parent?.Parent?.Name) switch
    {
        ("kind", "source", _) => KindsOf<DataSource>(),
        ("kind", "split", _) => KindsOf<Split>(),
        ("kind", _, "transforms") => KindsOf<Transform>(),
        ("type", _, "columns") => Enum.GetNames<ColumnType>().Select(JsonNamingPolicy.CamelCase.ConvertName),
        ("strategy", _, _) => Enum.GetNames<ImputeStrategy>().Select(JsonNamingPolicy.CamelCase.ConvertName),
        _ => [],
    };

    private static IEnumerable<string> KindsOf<T>() =>
        typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!);

    private static Message MissingProperty(string name) => ProjectFileMessages.MissingProperty.With(("name", name));

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\[(?<index>\d+)\]")]
    private static partial Regex Step();

    [GeneratedRegex(@"required properties including: '([^']+)'")]
    private static partial Regex Required();

    [GeneratedRegex(@"Path: (\S+)")]
    private static partial Regex PathIn();
}
