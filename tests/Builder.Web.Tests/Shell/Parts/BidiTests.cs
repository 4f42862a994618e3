using Builder.Web.Shell.Parts;

namespace Builder.Web.Tests.Shell.Parts;

public sealed class BidiTests
{
    [Theory]
    [InlineData("setosa")]
    [InlineData("北京 1")]
    [InlineData("café 😀")]
    [InlineData("")]
    public void Text_that_turns_nothing_round_is_left_as_it_is(string text) => Assert.Equal(text, Bidi.Isolated(text));

    [Theory]
    [InlineData("مرحبا", "مرحبا")]
    [InlineData("שלום", "שלום")]
    [InlineData("a\u202Eb", "ab")]
    [InlineData("a\u2069\u202Eb", "ab")]
    public void Text_from_right_to_left_stands_between_marks_that_it_cannot_close_itself(string text, string inside) =>
        Assert.Equal($"\u2068{inside}\u2069", Bidi.Isolated(text));
}
