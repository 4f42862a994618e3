using System.Globalization;
using Builder.Proposals.Warnings;

namespace Builder.Proposals.Tests;

public sealed class SpellingWarningsTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    /// <summary>A Mac may write é as e and an accent: it looks the same and is another text.</summary>
    [Theory]
    [InlineData("Caf\u00E9", "Cafe\u0301")]
    [InlineData("Zu\u0308rich", "Z\u00FCrich")]
    [InlineData("\uAC00", "\u1100\u1161")]
    public void Letters_that_are_put_together_and_taken_apart_are_the_same_class(string often, string seldom)
    {
        var inspection = _project.InspectTable("kind,x\n" + string.Concat(Enumerable.Range(0, 60).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "Bar" : i % 6 == 1 ? seldom : often)},{i * 0.7}\n"))));

        var warning = Assert.Single(DataWarnings.Of(inspection, DataPlan.Guess(inspection, "data")), w => w.Code == "spellings");

        Assert.Contains($"“{often}” also as “{seldom}”", warning.Message.En, StringComparison.Ordinal);
    }

    public void Dispose() => _project.Dispose();
}
