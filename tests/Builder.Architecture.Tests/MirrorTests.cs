namespace Builder.Architecture.Tests;

/// <summary>Tests stand where what they test stands.</summary>
public sealed class MirrorTests
{
    public static TheoryData<string> AllRooms => new(Rooms.MayReference.Keys.Where(room => room.StartsWith("Builder.", StringComparison.Ordinal) && Directory.Exists(Path.Combine(Repository.Root, TestsOf(room)))));

    /// <summary>
    /// A folder with tests has the name of a folder of its room, or of a room below it: the engine's tests of presets, which the graph
    /// declares, stand under Presets. Folders that hold only what tests need, such as stored results, are free.
    /// </summary>
    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_folder_of_tests_has_the_name_of_the_folder_that_it_tests(string room)
    {
        var tested = Rooms.Below(room).Append(room).Select(Rooms.FolderOf).ToList();

        Assert.Empty(
            from file in Repository.Files(TestsOf(room), ".cs")
            where file.EndsWith("Tests.cs", StringComparison.Ordinal)
            let folder = Path.GetDirectoryName(Path.GetRelativePath(TestsOf(room), file))!
            where folder.Length > 0 && !tested.Exists(source => Directory.Exists(Path.Combine(Repository.Root, source, folder)))
            select $"{file}: there is no {Rooms.FolderOf(room)}/{folder}.");
    }

    private static string TestsOf(string room) => $"tests/{room}.Tests";
}
