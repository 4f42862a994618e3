using System.Globalization;

namespace Builder.Proposals.Tests;

public sealed class TargetGuessTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    [Theory]
    [InlineData("train", "holdout")]
    [InlineData("Training set", "test set")]
    [InlineData("训练集", "测试集")]
    [InlineData("訓練", "測試")]
    public void Nobody_wants_predicted_which_rows_are_for_the_test(string train, string test)
    {
        var inspection = _project.InspectTable("size,weight,use\n" + string.Concat(Enumerable.Range(0, 60).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{i * 0.7},{i % 13 * 1.3},{(i % 4 == 0 ? test : train)}\n"))));

        Assert.Equal("weight", DataPlan.Guess(inspection, "data").Target?.Name);
    }

    public void Dispose() => _project.Dispose();
}
