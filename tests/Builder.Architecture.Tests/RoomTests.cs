using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Builder.Architecture.Tests;

public sealed class RoomTests
{
    public static TheoryData<string> AllRooms => new(Rooms.MayReference.Keys);

    [Fact]
    public void Every_project_under_src_and_bench_is_a_room_of_the_table_and_every_room_exists()
    {
        var projects = Repository.Files("src", ".csproj").Concat(Repository.Files("bench", ".csproj")).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Rooms.MayReference.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        var solution = Repository.Read("Builder.sln").Replace('\\', '/');

        var forgotten = new[] { "src", "bench", "tests" }.SelectMany(folder => Repository.Files(folder, ".csproj"))
            .Where(project => !solution.Contains(project, StringComparison.Ordinal));

        Assert.Empty(forgotten);
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_project_file_references_only_the_rooms_below_it(string room)
    {
        var project = Repository.ReadProject($"{Rooms.FolderOf(room)}/{room}.csproj");

        var references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
        var usesTorchSharp = project.Descendants("UsesTorchSharp").Any(property => property.Value == "true");

        Assert.Subset(Rooms.MayReference[room].ToHashSet(), references.ToHashSet());
        Assert.True(!usesTorchSharp || Rooms.MayUseTorchSharp.Contains(room), $"{room} may not use TorchSharp.");
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_built_assembly_mentions_only_the_rooms_below_it(string room)
    {
        var ours = Rooms.MayReference.Keys.ToDictionary(Rooms.AssemblyOf);
        using var stream = File.OpenRead(Rooms.AssemblyPath(room));
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();

        var mentioned = metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(ours.ContainsKey)
            .Select(name => ours[name]);

        Assert.Subset(Rooms.Below(room), mentioned.ToHashSet());
        Assert.True(!MentionsTorchSharp(metadata) || Rooms.MayUseTorchSharp.Contains(room), $"{room} may not use TorchSharp.");
    }

    private static bool MentionsTorchSharp(MetadataReader metadata) => metadata.AssemblyReferences
        .Any(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == "TorchSharp");

    [Fact]
    public void Tests_mirror_the_rooms_one_to_one()
    {
        string[] wholes = ["Builder.EndToEnd.Tests", "Builder.ReadyProjects.Tests"];
        var expected = Rooms.MayReference.Keys.Append("Builder.Architecture").Select(room => room + ".Tests").Concat(wholes);
        var projects = Repository.Files("tests", ".csproj").Select(project => Path.GetFileNameWithoutExtension(project)!);

        Assert.Subset(expected.ToHashSet(), projects.ToHashSet());
    }

    [Fact]
    public void Packages_have_exact_versions_in_one_place()
    {
        var versions = Repository.ReadProject("Directory.Packages.props").Descendants("PackageVersion")
            .Select(package => (string)package.Attribute("Version")!);
        var elsewhere = Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj"))
            .SelectMany(project => Repository.ReadProject(project).Descendants("PackageReference"))
            .Where(package => package.Attribute("Version") is not null)
            .Select(package => package.ToString(SaveOptions.DisableFormatting));

        Assert.All(versions, version => Assert.Matches(@"^\d+(\.\d+)+(-[\w.]+)?$", version));
        Assert.Empty(elsewhere);
    }
}
