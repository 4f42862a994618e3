using Builder.Datasets.Text;

namespace Builder.Datasets.Tests.Text;

public sealed class ComposedLettersTests
{
    [Theory]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("A\u030Angstro\u0308m", "\u00C5ngstr\u00F6m")]
    [InlineData("Vie\u0323\u0302t", "Vi\u1EC7t")]
    [InlineData("\u304B\u3099\u304D\u3099\u30CF\u309A", "\u304C\u304E\u30D1")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "\uD55C\uAE00")]
    [InlineData("\u0438\u0306", "\u0439")]
    [InlineData("\u03B1\u0301", "\u03AC")]
    [InlineData("x\u0301 \u0301", "x\u0301 \u0301")]
    [InlineData("\u0301", "\u0301")]
    [InlineData("caf\u00E9 猫 😀 한글", "caf\u00E9 猫 😀 한글")]
    [InlineData("", "")]
    public void Letters_that_were_taken_apart_are_put_together(string apart, string together)
    {
        Assert.Equal(together, ComposedLetters.Of(apart));
        Assert.Equal(together, ComposedLetters.Of(together));
    }
}
