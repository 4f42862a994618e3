using Builder.Graph.Metrics;
using Builder.Training.Rivals.Methods;

namespace Builder.Training.Tests.Rivals.Methods;

public sealed class NearestNeighboursTests
{
    [Fact]
    public void Shares_of_neighbours_are_those_of_scikit_learn()
    {
        var stored = new StoredRows("pictures", TaskKind.Classification, 10);

        var said = new NearestNeighbours(stored.Problem, stored.Training).Predict(stored.Test, default);

        // Of neighbours that are equally far either may be the fifth.
        var expected = stored.Said("nearest");
        Assert.InRange(expected.Zip(said).Count(pair => Math.Abs(pair.First - pair.Second) > 1e-9), 0, 8);
        Assert.All(Enumerable.Range(0, stored.Test.Count), row => Assert.Equal(1, said.AsSpan(row * 10, 10).ToArray().Sum(), 1e-9));
    }

    [Fact]
    public void With_fewer_pictures_than_neighbours_all_of_them_answer()
    {
        var rows = new RivalRows(2, [1, 0, 0, 1]) { Pixels = new([0, 0, 1, 1], 2) };

        Assert.Equal([0.5, 0.5, 0.5, 0.5], new NearestNeighbours(new(TaskKind.Classification, 2, RivalInputs.Pictures, 1), rows).Predict(rows, default));
    }
}
