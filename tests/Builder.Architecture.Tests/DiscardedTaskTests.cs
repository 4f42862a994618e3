namespace Builder.Architecture.Tests;

public sealed class DiscardedTaskTests
{
    public static TheoryData<string> AllRooms => new(Rooms.MayReference.Keys.Where(room => File.Exists(Rooms.AssemblyPath(room))));

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void No_task_is_let_go_but_by_the_helper_that_logs_its_failure(string room) =>
        Assert.Equal([], DiscardedTasks.In(Rooms.AssemblyPath(room)).Except(["Background.Run"]));

    [Fact]
    public void The_helper_is_where_a_discarded_task_is_found() =>
        Assert.Contains("Background.Run", DiscardedTasks.In(Rooms.AssemblyPath("Builder.Web")));
}
