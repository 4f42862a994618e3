using Builder.Graph.Metrics;
using Builder.Training.Rivals.Methods;

namespace Builder.Training.Tests.Rivals.Methods;

public sealed class LinearModelTests
{
    [Theory]
    [InlineData("three", TaskKind.Classification, 3)]
    [InlineData("two", TaskKind.BinaryClassification, 2)]
    [InlineData("labels", TaskKind.MultiLabel, 2)]
    public void Probabilities_are_those_of_scikit_learns_logistic_regression(string name, TaskKind task, int outputs)
    {
        var stored = new StoredRows(name, task, outputs);
        var model = LinearModel.Logistic(stored.Problem, stored.Training, rows => rows.Numbers!, standardizes: true, default);

        StoredRows.AssertNear(stored.Said("logistic"), model.Predict(stored.Test, default), 2e-3);
    }

    [Fact]
    public void Quantities_are_those_of_scikit_learns_ridge_regression_outliers_and_all()
    {
        var stored = new StoredRows("quantity", TaskKind.Regression, 1);
        var model = LinearModel.Linear(stored.Problem, stored.Training, rows => rows.Numbers!, standardizes: true, default);

        StoredRows.AssertNear(stored.Said("linear"), model.Predict(stored.Test, default), 0.05);
    }

    [Fact]
    public void Columns_that_never_change_or_say_the_same_do_no_harm()
    {
        var problem = new RivalProblem(TaskKind.Regression, 1, RivalInputs.Numbers, 1);
        var rows = new RivalRows(20, [.. Enumerable.Range(0, 20).Select(i => 2.0 * i)]) { Numbers = new([.. Enumerable.Range(0, 20).SelectMany(i => new[] { i, i, 7f })], 3) };

        var said = LinearModel.Linear(problem, rows, r => r.Numbers!, standardizes: true, default).Predict(rows, default);

        Assert.All(said, (value, i) => Assert.Equal(2.0 * i, value, 1.0));
    }

    [Fact]
    public void Whoever_leaves_does_not_wait()
    {
        var stored = new StoredRows("three", TaskKind.Classification, 3);
        Assert.ThrowsAny<OperationCanceledException>(() => LinearModel.Logistic(stored.Problem, stored.Training, rows => rows.Numbers!, true, new CancellationToken(true)));
        Assert.ThrowsAny<OperationCanceledException>(() => LinearModel.Linear(stored.Problem, stored.Training, rows => rows.Numbers!, true, new CancellationToken(true)));
    }
}
