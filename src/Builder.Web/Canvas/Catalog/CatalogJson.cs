using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Builder.Graph;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Presets;
using Builder.Web.Canvas.Messages;

namespace Builder.Web.Canvas.Catalog;

/// <summary>The catalog of blocks as the browser gets it: the same bytes as long as the program runs, so they are made once.</summary>
public static class CatalogJson
{
    private static readonly Lazy<(byte[] Bytes, string Tag)> s_made = new(Make);

    /// <summary>The catalog as JSON in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Bytes => s_made.Value.Bytes;

    /// <summary>Changes with the content.</summary>
    public static string Tag => s_made.Value.Tag;

    private static (byte[] Bytes, string Tag) Make()
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new CatalogView(
            [.. Enum.GetValues<Family>().Select(f => new FamilyView(f.ToString(), FamilyTexts.Title(f), FamilyTexts.Help(f)))],
            [.. BlockCatalog.Kinds.Select(View)],
            [.. PresetCatalog.Presets.Select(p => new PresetView(p.Id, p.Family.ToString(), p.Title, p.Help, p.Source, Views(p.Parameters)))]), CanvasJson.Options);
        return (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
    }

    private static KindView View(BlockKind kind) => new(
        kind.Id, kind.Family.ToString(), kind.Role.ToString(), kind.Title, kind.Help, kind.Formula, kind.Source,
        Views(kind.Inputs), Views(kind.Outputs), Views(kind.Parameters));

    private static ImmutableArray<CatalogPortView> Views(ImmutableArray<Port> ports) =>
        [.. ports.Select(p => new CatalogPortView(p.Name, p.Title, p.Content.ToString(), p.Optional, p.Variadic))];

    private static ImmutableArray<ParameterView> Views(ImmutableArray<Parameter> parameters) => [.. parameters.Select(p => new ParameterView(
        p.Name, p.Type.ToString(), p.Default, p.Title, p.Help, p.Min, p.Max, p.MinExclusive, p.Choices.IsDefaultOrEmpty ? null : p.Choices))];

    private sealed record CatalogView(ImmutableArray<FamilyView> Families, ImmutableArray<KindView> Kinds, ImmutableArray<PresetView> Presets);

    private sealed record FamilyView(string Id, Localized Title, Localized Help);

    private sealed record KindView(
        string Id, string Family, string Role, Localized Title, Localized Help, string Formula, string Source,
        ImmutableArray<CatalogPortView> Inputs, ImmutableArray<CatalogPortView> Outputs, ImmutableArray<ParameterView> Parameters);

    private sealed record CatalogPortView(string Name, Localized Title, string Content, bool Optional, bool Variadic);

    private sealed record ParameterView(
        string Name, string Type, ParameterValue? Default, Localized Title, Localized Help, double? Min, double? Max, bool MinExclusive,
        [property: JsonPropertyName("choices")] ImmutableArray<Choice>? Choices);

    private sealed record PresetView(string Id, string Family, Localized Title, Localized Help, string Source, ImmutableArray<ParameterView> Parameters);
}
