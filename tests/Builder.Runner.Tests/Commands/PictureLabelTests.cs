using System.IO.Compression;
using Builder.Datasets.Pictures;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Protocol.Evaluations;
using Builder.Runner.Tests.Examples;
using Builder.Runner.Tests.Serving;

namespace Builder.Runner.Tests.Commands;

/// <summary>Pictures to which a table gives any number of labels, from the zip file to the answer.</summary>
public sealed class PictureLabelTests : IDisposable
{
    private const int Side = 12;

    private static readonly string[] s_animals = ["bird", "cat", "dog"];

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("""{ "table": { "path": "labels.csv" }, "names": "image" }""", "animals", false)]
    [InlineData("""{ "table": { "path": "labels.csv" }, "names": "image", "ticks": ["bird", "cat", "dog"] }""", "labels", true)]
    public void Each_label_of_a_picture_is_learned_scored_and_given_by_itself(string labels, string target, bool areTicks)
    {
        Write(labels, target, areTicks);
        var result = RunnerProcess.Run("train", _folder.Path, "--out", _folder["run"], "--threads", "1", "--json");
        result.Finished();
        var evaluation = Evaluation.FromJson(File.ReadAllBytes(_folder[$"run/{Evaluation.FileName}"]));
        var head = Assert.Single(evaluation.Heads);

        Assert.Equal((TaskKind.MultiLabel, "test"), (evaluation.Task, evaluation.Part));
        Assert.Equal(s_animals, head.Labels!.PerLabel.Select(l => l.Name));
        Assert.True(evaluation.Test["macroF1"] > 0.95, $"{evaluation.Test["macroF1"]}");
        Assert.All(head.Examples, e => Assert.True(File.Exists(_folder[$"run/{e.Picture}"])));

        Directory.CreateDirectory(_folder["new"]);
        File.WriteAllBytes(_folder["new/all.png"], Picture(7, new Random(1)));
        File.WriteAllBytes(_folder["new/none.png"], Picture(0, new Random(2)));
        File.WriteAllBytes(_folder["new/one.png"], Picture(2, new Random(3)));
        Assert.Equal(0, RunnerProcess.Run("predict", _folder["run/bundle"], "--input", _folder["new"], "--output", _folder["out.csv"]).ExitCode);
        var lines = File.ReadAllLines(_folder["out.csv"]).Select(line => line.Split(',')).ToArray();
        Assert.Equal([target, "p(bird)", "p(cat)", "p(dog)", "file"], lines[0]);
        Assert.Equal(["bird;cat;dog", "[]", "cat"], lines[1..].Select(l => l[0]));
        Assert.Equal(["all.png", "none.png", "one.png"], lines[1..].Select(l => l[^1]));

        using var runner = new ServeProcess();
        runner.Send(new RunnerCommand.Load(_folder["run/bundle"], "cpu", 1));
        Assert.Equal((TaskKind.MultiLabel, 3), Assert.Single(runner.Until<RunEvent.Loaded>().Model.Outputs) is var output ? (output.Task, output.Classes.Count) : default);
        runner.Send(new RunnerCommand.Predict("a", Files: [_folder["new/one.png"], _folder["new/none.png"]]));
        var rows = runner.Until<RunEvent.Prediction>().Rows!;
        Assert.Equal(["cat", ""], rows.Select(r => string.Join(';', r.Outputs[0].Labels!)));
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string labels, string target, bool areTicks)
    {
        var random = new Random(5);
        using (var file = File.Create(_folder["pictures.zip"]))
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            var table = new StringWriter { NewLine = "\n" };
            table.WriteLine(areTicks ? "image,bird,cat,dog" : "image,animals");
            for (var i = 0; i < 160; i++)
            {
                var bits = random.Next(8);
                string[] having = [.. s_animals.Where((_, place) => ((bits >> place) & 1) == 1)];
                table.WriteLine(areTicks ? $"{i:000}.png,{bits & 1},{(bits >> 1) & 1},{bits >> 2}" : $"{i:000}.png,{(having.Length == 0 ? "[]" : string.Join(';', having))}");
                Add(zip, $"{i:000}.png", Picture(bits, random));
            }

            Add(zip, "labels.csv", System.Text.Encoding.UTF8.GetBytes(table.ToString()));
        }

        File.WriteAllText(_folder["project.json"], new ProjectFile($$"""
            {
              "id": "pets",
              "source": { "kind": "pictures", "path": "pictures.zip", "labels": {{labels}} },
              "columns": [
                { "name": "picture", "type": "picture", "transforms": [{ "kind": "resize", "height": 12, "width": 12, "channels": 1 }, { "kind": "normalize" }] },
                { "name": "{{target}}", "type": "labels", "transforms": [{ "kind": "multiHot" }] }
              ],
              "split": { "kind": "random", "validation": 0.2, "test": 0.2, "seed": 1 }
            }
            """).Block("picture", "PictureInput", """{ "column": "picture" }""").Block("flat", "Flatten").Block("out", "Linear", """{ "out_features": 3 }""")
            .Chain("picture", "flat", "out").Block("target", "Target", $$"""{ "columns": ["{{target}}"] }""").Block("loss", "BCEWithLogitsLoss", """{ "pos_weight": [1.5, 1, 1] }""")
            .Block("adam", "Adam", """{ "lr": 0.02 }""").Link("out.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "adam.loss")
            .Trainer("""{ "epochs": 30, "batch_size": 16, "seed": 1 }""").Json);
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    /// <summary>A picture of noise with a bright stripe for each bit.</summary>
    private static byte[] Picture(int bits, Random random)
    {
        using var file = new MemoryStream();
        PictureWriting.WritePng([.. Enumerable.Range(0, Side * Side).Select(i => (byte)((((bits >> (i / Side / 4)) & 1) * 150) + random.Next(60)))], new PictureSize(1, Side, Side), file);
        return file.ToArray();
    }
}
