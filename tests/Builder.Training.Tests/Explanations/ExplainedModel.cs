using System.Globalization;
using System.Text.Json;
using Builder.Datasets.Preparation;
using Builder.Files;
using Builder.Graph.Json;
using Builder.Protocol;
using Builder.Runner.Tests.Examples;
using Builder.Training.Checkpoints;
using Builder.Training.Explanations;
using Builder.Training.Inference;
using Builder.Training.Runs;
using Builder.Training.Tests.Formats;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Explanations;

/// <summary>The model of a run in a folder of its own, whose weights are then set by hand.</summary>
internal sealed class ExplainedModel : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private BackgroundRows? _background;

    public ExplainedModel(ProjectFile project, string csv, params (string Name, double[] Values)[] weights)
        : this(project.Json, csv, weights)
    {
    }

    public ExplainedModel(string project, string csv, params (string Name, double[] Values)[] weights)
    {
        TableProject.Write(_folder.Path, project, csv);
        TrainingRun.Execute(new RunRequest
        {
            Document = ProjectJson.Read(File.ReadAllBytes(Path.Combine(_folder.Path, "project.json"))),
            ProjectFolder = _folder.Path, Folder = Run, Device = DeviceChoice.Cpu, Threads = 1, Observer = _ => { },
        });
        Set(weights);
    }

    public ModelRunner Model { get; private set; } = null!;

    public BackgroundRows Background => _background ??= BackgroundRows.Read(Model, Run, _folder.Path);

    public string Data => Path.Combine(_folder.Path, "data.csv");

    private RunFolder Run => new(Path.Combine(_folder.Path, "run"));

    /// <summary>Numbers, as they are, and the target; "part" names the part of each row.</summary>
    public static ProjectFile Numbers(IEnumerable<string> names, string target) => new ProjectFile($$"""
        {
          "id": "table",
          "source": { "kind": "table", "path": "data.csv" },
          "columns": [{{string.Concat(names.Select(name => $$"""{ "name": "{{name}}", "type": "number", "transforms": [] }, """))}}{{target}}],
          "split": { "kind": "given", "by": "part" }
        }
        """).Block("input", "NumberInput", $$"""{ "columns": {{JsonSerializer.Serialize(names)}} }""");

    /// <summary>Replaces weights, row by row, and loads the model again.</summary>
    public void Set(params (string Name, double[] Values)[] weights)
    {
        using var scope = NewDisposeScope();
        var saved = TensorFile.Read(new BundleFolder(Run.Bundle).Weights).Tensors;
        TensorFile.Write(new BundleFolder(Run.Bundle).Weights, [.. saved.Select(known => (known.Key,
            weights.FirstOrDefault(w => w.Name == known.Key).Values is { } values ? tensor(values, dtype: ScalarType.Float32).reshape(known.Value.shape) : known.Value.clone()))]);
        Model?.Dispose();
        Model = ModelRunner.Load(Run.Bundle, CPU);
    }

    /// <summary>Explains the answer for a row.</summary>
    public PredictionExplanation Explain(IReadOnlyDictionary<string, string?> row, string? output = null, string? name = null, int exactUpTo = PredictionExplainer.MostExact, double seconds = 60)
    {
        return new PredictionExplainer(Model, Background) { ExactUpTo = exactUpTo }.Explain(Table([row]), output, name, TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Tries values in the place of what a row holds in a column.</summary>
    public ColumnDependence Vary(IReadOnlyDictionary<string, string?> row, string column, IReadOnlyList<Cell> values, string? output = null, string? name = null, double seconds = 60)
    {
        var input = new InputDescription(column, values[0].IsNumber ? "number" : "category", null, null, null, null, null, false, null);
        return new ColumnVariation(Model, Background).Vary(
            Table([row, .. values.Select(value => new Dictionary<string, string?>(row) { [column] = value.Text })]), input, values, output, name, TimeSpan.FromSeconds(seconds));
    }

    /// <summary>What the model predicts for rows: the numbers of its first head.</summary>
    public IReadOnlyList<double[]> Predict(IReadOnlyList<IReadOnlyDictionary<string, string?>> rows) => Predictor.Predict(Model, Table(rows)).Heads[0].Rows;

    private Datasets.Columns.RawTable Table(IReadOnlyList<IReadOnlyDictionary<string, string?>> rows) =>
        GivenRows.Table("", Predictor.DataSetOf(Model), Model.Bundle.Transforms, Predictor.Inputs(Model), rows);

    /// <summary>A row of numbers.</summary>
    public static Dictionary<string, string?> Row(IEnumerable<string> names, IEnumerable<double> values) =>
        names.Zip(values).ToDictionary(pair => pair.First, pair => (string?)pair.Second.ToString("R", CultureInfo.InvariantCulture));

    public void Dispose()
    {
        _background?.Dispose();
        Model.Dispose();
        _folder.Dispose();
    }
}
