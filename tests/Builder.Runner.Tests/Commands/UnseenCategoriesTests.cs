using Builder.Protocol;
using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Serving;

namespace Builder.Runner.Tests.Commands;

/// <summary>A model that meets a category which its training data did not have predicts, and says that this is worth less.</summary>
public sealed class UnseenCategoriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public UnseenCategoriesTests()
    {
        TableProject.Write(_folder.Path, new ProjectFile("""
            {
              "id": "table",
              "source": { "kind": "table", "path": "data.csv" },
              "columns": [
                { "name": "sort", "from": "kind", "type": "category", "transforms": [{ "kind": "ordinal" }] },
                { "name": "b", "type": "number", "transforms": [{ "kind": "standardize" }] }
              ],
              "split": { "kind": "random", "validation": 0.2, "test": 0.2, "seed": 1 }
            }
            """).Block("input", "CategoryInput", """{ "columns": ["sort"] }""").Block("embed", "Embedding", """{ "embedding_dim": 2 }""")
            .Block("out", "Linear", """{ "out_features": 1 }""").Chain("input", "embed", "out")
            .Block("target", "Target", """{ "columns": ["b"] }""").Block("loss", "MSELoss").Block("adam", "Adam")
            .Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "adam.loss")
            .Trainer("""{ "epochs": 2, "batch_size": 8 }""").Json);
        RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--json", "--threads", "1").Finished();
    }

    [Fact]
    public void Predict_names_them_beside_the_predictions_and_says_nothing_where_all_are_known()
    {
        var known = Predict(inChinese: false, "kind\neven\nodd\n");
        var one = Predict(inChinese: false, "kind\neven\npurple\n");
        var more = Predict(inChinese: true, "kind\nblue\nodd\npurple\n");

        Assert.Equal(("", 3), (known.Error, Lines(known)));
        Assert.Equal(("Row 2: the model has never seen “purple” in “sort”. Do not trust this prediction too much.\n", 3), (one.Error, Lines(one)));
        Assert.Equal(("有 2 行的“sort”是模型从未见过的，最早的是第 1 行的“blue”，这些行的预测不宜全信。\n", 4), (more.Error, Lines(more)));
    }

    [Fact]
    public void A_served_model_names_them_with_its_answer()
    {
        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Load(_folder["run/bundle"], "cpu", 1));
        runner.Send(new RunnerCommand.Predict("known", [Row("odd")]));
        runner.Send(new RunnerCommand.Predict("unseen", [Row("odd"), Row("blue"), Row("purple")]));

        Assert.Null(runner.Until<RunEvent.Prediction>().Unseen);
        var answer = runner.Until<RunEvent.Prediction>();
        Assert.Equal(3, answer.Rows!.Count);
        Assert.Equal(new UnseenValue("sort", "blue", 2, 2), Assert.Single(answer.Unseen!));
    }

    public void Dispose() => _folder.Dispose();

    private static int Lines(RunnerResult result) => result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private static Dictionary<string, Cell> Row(string sort) => new() { ["sort"] = sort };

    private RunnerResult Predict(bool inChinese, string csv)
    {
        File.WriteAllText(_folder["new.csv"], csv);
        string[] arguments = ["predict", _folder["run/bundle"], "--input", _folder["new.csv"]];
        return inChinese ? RunnerProcess.RunInChinese(arguments) : RunnerProcess.Run(arguments);
    }
}
