using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Builder.Architecture.Tests;

/// <summary>One file a block kind, at the same place in the catalog and in the engine.</summary>
public sealed class CatalogFileTests
{
    private const string Catalog = "src/Builder.Graph/Catalog";
    private const string Layers = "src/Builder.Training/Layers";

    [Fact]
    public void Every_kind_has_a_file_of_its_own_in_a_family_s_folder()
    {
        var families = EnumMembers("Builder.Graph", "Family");

        foreach (var kind in Kinds())
        {
            var file = FileOf(Catalog, kind);
            Assert.True(file is not null, $"{kind} has no file {Catalog}/FAMILY/{kind}.cs.");
            Assert.Contains(Family(file), families);
        }
    }

    [Fact]
    public void Every_layer_stands_at_the_same_place_as_its_kind()
    {
        var kinds = Kinds().ToHashSet();
        var misplaced =
            from file in Repository.Files(Layers, ".cs")
            let name = Path.GetFileNameWithoutExtension(file)
            where kinds.Contains(name)
            let twin = FileOf(Catalog, name)
            where Family(file) != Family(twin)
            select $"{file} belongs beside {twin}.";

        Assert.Empty(misplaced);
    }

    private static string Family(string file) => Path.GetFileName(Path.GetDirectoryName(file))!;

    private static string? FileOf(string folder, string type) =>
        Repository.Files(folder, ".cs").SingleOrDefault(file => Path.GetFileNameWithoutExtension(file) == type);

    private static List<string> Kinds() => Types("Builder.Graph", (metadata, type) =>
        metadata.GetString(type.Namespace) == "Builder.Graph.Catalog.Kinds"
        && (type.Attributes & (TypeAttributes.Abstract | TypeAttributes.Public)) == TypeAttributes.Public
            ? [metadata.GetString(type.Name)]
            : []);

    private static List<string> EnumMembers(string room, string name) => Types(room, (metadata, type) =>
        metadata.GetString(type.Name) == name
            ? type.GetFields().Select(field => metadata.GetString(metadata.GetFieldDefinition(field).Name))
            : []);

    private static List<string> Types(string room, Func<MetadataReader, TypeDefinition, IEnumerable<string>> select)
    {
        using var stream = File.OpenRead(Rooms.AssemblyPath(room));
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeDefinitions.SelectMany(handle => select(metadata, metadata.GetTypeDefinition(handle)))];
    }
}
