using System.Text.RegularExpressions;

namespace Builder.Architecture.Tests;

/// <summary>Inside a room, too, nothing calls upward: its folders use each other in one direction.</summary>
public sealed partial class FolderTests
{
    public static TheoryData<string> AllRooms => new(Rooms.MayReference.Keys.Where(room => room.StartsWith("Builder.", StringComparison.Ordinal) && !room.StartsWith("Builder.Bench", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Folders_of_a_room_use_each_other_in_one_direction(string room)
    {
        var links = FolderDependencies.Of(room);
        var circles = FolderDependencies.Cycles(links);

        var found = circles.Select(circle => string.Join(' ', circle)).ToArray();
        var among = links.Where(link => circles.Any(circle => circle.Contains(link.From) && circle.Contains(link.To)))
            .Select(link => $"{link.From} -> {link.To}: {link.Example}");
        Assert.True(found.Length == 0, $"{room}: {string.Join("; ", found)}\n{string.Join('\n', among)}");
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_namespace_begins_as_its_folder_does(string room) => Assert.Empty(
        from file in Repository.Files(Rooms.FolderOf(room), ".cs")
        let folder = Path.GetRelativePath(Rooms.FolderOf(room), file).Split('/') is [var first, _, ..] ? first : null
        from Match declared in Namespace().Matches(Repository.Read(file))
        let name = declared.Groups["name"].Value
        where name != room && !(folder is not null && (name + ".").StartsWith($"{room}.{folder}.", StringComparison.Ordinal))
        select $"{file}: {name}");

    [Fact]
    public void A_circle_is_found()
    {
        FolderLink[] links = [new("A", "B", ""), new("B", "C", ""), new("C", "A", ""), new("C", "D", ""), new("E", "A", "")];

        Assert.Equal(["A", "B", "C"], Assert.Single(FolderDependencies.Cycles(links)));
        Assert.Empty(FolderDependencies.Cycles(links[1..]));
    }

    [Fact]
    public void The_search_finds_what_folders_use() =>
        Assert.Contains(FolderDependencies.Of("Builder.Graph"), link => link is { From: "Catalog", To: "Shapes" });

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
