using Builder.Datasets.Profiles;
using Builder.Web.Data.Parts;

namespace Builder.Web.Tests.Data.Parts;

public sealed class DataWordsTests
{
    [Fact]
    public void Values_from_right_to_left_leave_the_shares_beside_them_as_they_are()
    {
        var profile = new ColumnProfile("greeting", 10, 0, 3, null, [new("مرحبا", 5), new("hello", 3), new("\u202Eolleh", 2)]);
        Assert.Equal("\u2068مرحبا\u2069 50% · hello 30% · \u2068olleh\u2069 20%", DataWords.Values(profile).En);
    }
}
