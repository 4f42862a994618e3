using Builder.Storage.Projects;
using Builder.Web.Home;

namespace Builder.Web.Tests.Home;

public sealed class HomeListTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly ProjectSummary[] Projects =
    [
        new("a", "Wine", null, 1, Now.AddDays(-1), Now.AddMinutes(-3)),
        new("b", "flowers", null, 1, Now.AddDays(-2), Now.AddMinutes(-1)),
        new("c", "Flower shop", null, 1, Now.AddDays(-3), Now.AddMinutes(-2)),
    ];

    [Theory]
    [InlineData(ProjectOrder.Changed, "bca")]
    [InlineData(ProjectOrder.Created, "abc")]
    [InlineData(ProjectOrder.Name, "cba")]
    public void Projects_come_in_the_order_that_was_chosen(ProjectOrder order, string expected) =>
        Assert.Equal(expected, string.Concat(ProjectLists.Of(Projects, null, order).Select(p => p.Id)));

    [Theory]
    [InlineData(" FLOWER ", "bc")]
    [InlineData("", "bca")]
    [InlineData("nothing", "")]
    public void A_search_finds_a_part_of_a_name_in_any_case(string search, string expected) =>
        Assert.Equal(expected, string.Concat(ProjectLists.Of(Projects, search, ProjectOrder.Changed).Select(p => p.Id)));

    [Theory]
    [InlineData(10, "just now", "刚刚")]
    [InlineData(60, "a minute ago", "1 分钟前")]
    [InlineData(600, "10 minutes ago", "10 分钟前")]
    [InlineData(7_300, "2 hours ago", "2 小时前")]
    [InlineData(90_000, "yesterday", "昨天")]
    [InlineData(400_000, "4 days ago", "4 天前")]
    [InlineData(8_640_000, "30 Nov 2025", "2025年11月30日")]
    public void Time_is_told_as_people_say_it(int seconds, string english, string chinese)
    {
        var said = Ago.Of(Now.AddSeconds(-seconds), Now);

        Assert.Equal((english, chinese), (said.En, said.Zh));
    }
}
