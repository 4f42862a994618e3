using System.Collections.Immutable;
using System.Text;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Graph.Presets;
using Builder.Graph.Tests.Analysis;

namespace Builder.Graph.Tests.Presets;

/// <summary>Documents that lack nothing but a preset between their input and their last layers.</summary>
internal static class Host
{
    /// <summary>Features of a step of the text, and channels of the picture.</summary>
    public const int Features = 12;

    private const string Blocks = """
        { "id": "words", "kind": "TextInput", "parameters": { "column": "words" } },
        { "id": "embedding", "kind": "Embedding", "parameters": { "embedding_dim": 12 } },
        { "id": "mask", "kind": "PaddingMask" },
        { "id": "picture", "kind": "PictureInput", "parameters": { "column": "picture" } },
        { "id": "stem", "kind": "Conv2d", "parameters": { "out_channels": 12 } },
        { "id": "flatten", "kind": "Flatten" },
        { "id": "classes", "kind": "Linear", "parameters": { "out_features": 3 } },
        { "id": "target", "kind": "Target", "parameters": { "columns": ["species"] } },
        { "id": "loss", "kind": "CrossEntropyLoss" },
        { "id": "adam", "kind": "Adam" }
        """;

    /// <summary>A text or picture classifier whose flatten block waits for something to flatten.</summary>
    public static ProjectDocument Document { get; } = Examples.Read($$"""
        {
          "format": 1, "name": "Host",
          "blocks": [ {{Blocks}} ],
          "links": [
            { "from": "words.output", "to": "embedding.input" },
            { "from": "words.output", "to": "mask.input" },
            { "from": "picture.output", "to": "stem.input" },
            { "from": "flatten.output", "to": "classes.input" },
            { "from": "classes.output", "to": "loss.input" },
            { "from": "target.output", "to": "loss.target" },
            { "from": "loss.output", "to": "adam.loss" }
          ]
        }
        """);

    /// <summary>The document with a preset added; what feeds each of its ports follows from the port's name.</summary>
    public static (ProjectDocument Document, PresetAddition Added) With(ProjectDocument document, Preset preset, PresetSettings settings)
    {
        var added = preset.AddTo(document, new(240, 80), settings.Values);
        document = Apply(document, added.Edit);
        var inputs = GroupPorts.Of(document, added.Group).Inputs;
        foreach (var port in inputs)
        {
            document = Apply(document, new Connect(new(Source(preset, port.Name), new(added.Use, port.Name))));
        }

        return (document, added);
    }

    /// <summary>Leads the first output of a use to the last layers, and removes what only other presets read.</summary>
    public static ProjectDocument Finish(ProjectDocument document, string use)
    {
        var output = GroupPorts.Of(document, GroupPorts.GroupOf(document.Blocks[use])!).Outputs[0].Name;
        document = Apply(document, new Connect(new(new(use, output), new("flatten", "input"))));
        string[] unread = document.Links.Values.Any(l => l.From.Block == "stem") ? ["words", "embedding", "mask"]
            : document.Links.Values.Any(l => l.From.Block == "mask") ? ["picture", "stem"] : ["picture", "stem", "mask"];
        return Apply(document, new Batch([.. unread.Select(id => new RemoveBlock(id))]));
    }

    /// <summary>The document after an edit that must succeed.</summary>
    public static ProjectDocument Apply(ProjectDocument document, Edit edit)
    {
        var result = DocumentEditor.Apply(document, edit);
        Assert.True(result.Succeeded, result.Problem?.Message.Words.En);
        return result.Document;
    }

    /// <summary>The document as it is written.</summary>
    public static string Text(ProjectDocument document) => Encoding.UTF8.GetString(ProjectJson.Write(document));

    private static PortRef Source(Preset preset, string port) =>
        port.Contains("mask", StringComparison.Ordinal) ? new("mask", "output")
        : new(preset is ResidualBlock ? "stem" : "embedding", "output");
}

/// <summary>Values for the parameters of a preset.</summary>
public sealed record PresetSettings(ImmutableSortedDictionary<string, ParameterValue> Values)
{
    /// <summary>These values.</summary>
    public static PresetSettings Of(params (string Name, ParameterValue Value)[] values) =>
        new(Block.NoParameters.AddRange(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));

    /// <summary>The same with one more value.</summary>
    public PresetSettings With(string name, ParameterValue value) => new(Values.SetItem(name, value));

    /// <summary>Settings of a preset that fit the host: the smallest, and each switch and choice the other way.</summary>
    public static IEnumerable<PresetSettings> Of(Preset preset)
    {
        var small = preset is ResidualBlock
            ? Of(("out_channels", Host.Features))
            : Of(("d_model", Host.Features), ("nhead", 3), ("dim_feedforward", 20));
        yield return small;
        foreach (var parameter in preset.Parameters.Where(p => p.Default is ParameterValue.Flag))
        {
            yield return small.With(parameter.Name, true);
        }

        foreach (var parameter in preset.Parameters.Where(p => !p.Choices.IsDefaultOrEmpty))
        {
            yield return small.With(parameter.Name, parameter.Choices[^1].Value);
        }
    }
}
