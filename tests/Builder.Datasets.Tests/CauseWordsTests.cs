namespace Builder.Datasets.Tests;

public sealed class CauseWordsTests
{
    [Theory]
    [InlineData("Access to the path '/srv/me/projects/x/花 1.csv' is denied.", "Access to the path '花 1.csv' is denied.")]
    [InlineData("Could not find file '/srv/a/b.csv'.", "Could not find file 'b.csv'.")]
    [InlineData("The process cannot access the file because it's in use.", "The process cannot access the file because it's in use.")]
    public void The_system_s_words_are_told_without_the_place_on_the_disk(string message, string told) => Assert.Equal(told, CauseWords.Of(new IOException(message)));
}
