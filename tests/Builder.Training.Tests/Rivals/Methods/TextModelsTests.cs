using Builder.Graph.Metrics;
using Builder.Training.Rivals.Methods;

namespace Builder.Training.Tests.Rivals.Methods;

public sealed class TextModelsTests
{
    private readonly StoredRows _stored = new("texts", TaskKind.Classification, 3);

    [Fact]
    public void Probabilities_are_those_of_scikit_learns_naive_bayes() =>
        StoredRows.AssertNear(_stored.Said("naiveBayes"), new NaiveBayes(_stored.Problem, _stored.Training).Predict(_stored.Test, default), 1e-9);

    [Fact]
    public void Probabilities_are_those_of_scikit_learns_logistic_regression_on_tfidf()
    {
        var words = new Tfidf(_stored.Training.Tokens!, _stored.Training.Count);
        var model = LinearModel.Logistic(_stored.Problem, _stored.Training, words.Of, standardizes: false, default);

        StoredRows.AssertNear(_stored.Said("logistic"), model.Predict(_stored.Test, default), 2e-3);
    }

    [Fact]
    public void Texts_without_a_single_known_word_are_answered_by_what_is_frequent()
    {
        var rows = new RivalRows(3, [1, 0, 1, 0, 0, 1]) { Tokens = new([0, 1, 0, 1, 2, 2], 2, 4) };
        var empty = new RivalRows(2, new double[4]) { Tokens = new([-1, -1, -1, 3], 2, 4) };
        var problem = new RivalProblem(TaskKind.Classification, 2, RivalInputs.Texts, 1);

        Assert.Equal(2.0 / 3, new NaiveBayes(problem, rows).Predict(empty, default)[0], 1e-9);
        Assert.All(new Tfidf(rows.Tokens!, 3).Of(empty).Values, value => Assert.Equal(0, value));
    }
}
