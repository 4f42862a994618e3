using Builder.Graph.Data;

namespace Builder.Graph.Tests.Data;

public sealed class PortableNameTests
{
    [Theory]
    [InlineData("iris.csv")]
    [InlineData(".builder")]
    [InlineData("春晓 1.csv")]
    [InlineData("console.csv")]
    [InlineData("com10.csv")]
    [InlineData("com.csv")]
    [InlineData("a.con")]
    [InlineData("[50%] #1 & 'it'.csv")]
    public void Names_that_every_system_can_hold_are_portable(string name) => Assert.True(PortableName.IsPortable(name));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("CON")]
    [InlineData("nul")]
    [InlineData("aux.csv")]
    [InlineData("Prn.tar.gz")]
    [InlineData("COM1")]
    [InlineData("lpt9.txt")]
    [InlineData("com¹.txt")]
    [InlineData("conin$")]
    [InlineData("aux .csv")]
    [InlineData("a.csv.")]
    [InlineData("a.csv ")]
    [InlineData("a<b")]
    [InlineData("a>b")]
    [InlineData("a:b")]
    [InlineData("a\"b")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a|b")]
    [InlineData("a?b")]
    [InlineData("a*b")]
    [InlineData("a\tb")]
    [InlineData("a\0b")]
    public void Names_that_Windows_cannot_hold_are_not(string name) => Assert.False(PortableName.IsPortable(name));

    [Theory]
    [InlineData('a', true)]
    [InlineData('春', true)]
    [InlineData(' ', true)]
    [InlineData('\u202E', false)]
    [InlineData('\u200B', false)]
    [InlineData('\u2028', false)]
    [InlineData('\uFEFF', false)]
    public void A_character_that_only_steers_the_others_is_not_seen(char character, bool isSeen) => Assert.Equal(isSeen, PortableName.IsSeen(character));
}
