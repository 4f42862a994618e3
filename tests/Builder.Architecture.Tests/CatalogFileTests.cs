using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>Every kind of block stands in its family's file or folder, in the catalog and in the engine alike.</summary>
public sealed partial class CatalogFileTests
{
    private const string Catalog = "src/Builder.Graph/Catalog";
    private const string Layers = "src/Builder.Training/Layers";

    [Fact]
    public void Every_kind_stands_in_its_family_s_file_or_folder()
    {
        var families = EnumMembers("Builder.Graph", "Family");
        var declared = FamiliesByClass(Catalog);

        Assert.All(Kinds(), kind => Assert.Contains(Assert.Single(declared[kind]), families));
    }

    [Fact]
    public void Every_layer_stands_in_the_same_family_as_its_kind()
    {
        var (kinds, layers) = (FamiliesByClass(Catalog), FamiliesByClass(Layers));

        Assert.All(Kinds().Where(layers.Contains), kind => Assert.Equal(kinds[kind], layers[kind]));
        Assert.Contains(Kinds(), layers.Contains);
    }

    // A family is the folder of its name below the root or, where it is small, the file of its name.
    private static ILookup<string, string> FamiliesByClass(string root) => (
        from file in Repository.Files(root, ".cs")
        let family = Path.GetFileNameWithoutExtension(Path.GetRelativePath(root, file).Split('/')[0])
        from Match declaration in PublicType().Matches(Repository.Read(file))
        select (name: declaration.Groups["name"].Value, family)).ToLookup(entry => entry.name, entry => entry.family);

    [GeneratedRegex(@"^public sealed (?:partial )?(?:class|record) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

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
