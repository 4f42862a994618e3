using System.Text.Json;
using Builder.Runner.Tests;
using Builder.Runner.Tests.Examples;
using Builder.Training.Layers;
using Builder.Training.Programs;
using Builder.Training.Sessions;
using Builder.Training.Tests.Formats;
using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Onnx;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Export;

/// <summary>A bundle written as ONNX tells what the model tells, from the values that stand in the file.</summary>
public class OnnxExportTests
{
    private const double Allowed = 1e-5;

    /// <summary>Every ready project that reads something.</summary>
    public static TheoryData<string> ReadyProjects =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "templates")).Select(folder => Path.GetFileName(folder)).Where(name => name != "digits-gan").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ReadyProjects))]
    public void A_ready_project_predicts_the_same_from_the_values_of_its_file(string project)
    {
        using var exported = new ExportedModel(Repository.Template(project));
        var samples = exported.Data.Train.Take(40).ToArray();

        var worst = Math.Max(exported.Worst(samples), exported.Worst(samples[..1]));

        TestContext.Current.TestOutputHelper!.WriteLine($"{project}: {worst:0.0e0}");
        Assert.True(worst <= Allowed, $"{project}: {worst}");
    }

    [Fact]
    public void A_generator_draws_the_same_from_the_same_noise()
    {
        using var exported = new ExportedModel(Repository.Template("digits-gan"));
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var plan = exported.Model.Program.Plan(exported.Model.Heads[0].Prediction);
        Tensor noise;
        using (RandomState.Fixed(CPU, 3))
        {
            noise = randn(5, 64, 1, 1);
        }

        using (RandomState.Fixed(CPU, 3))
        {
            plan.Run(NoInputs.Instance, new ForwardContext(Training: false, 5));
        }

        var drawn = Assert.Single(OnnxSession.Run(exported.Onnx.Content, [("noise", noise)]));
        var expected = TensorValues.Read(plan[exported.Model.Heads[0].Prediction]);
        Assert.Equal(expected.Length, drawn.Values.Length);
        Assert.True(expected.Zip(drawn.Values, (a, b) => Math.Abs(a - b)).Max() <= Allowed);
    }

    [Fact]
    public void A_text_that_is_written_on_may_have_any_length_up_to_that_of_the_training()
    {
        using var exported = new ExportedModel(Repository.Template("novel-gpt"));
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var tokens = tensor(Enumerable.Range(2, 18).Select(token => (long)token * 3).ToArray()).reshape(2, 9);
        var plan = exported.Model.Program.Plan(exported.Model.Heads[0].Prediction);
        plan.Run(new Fed(tokens), new ForwardContext(Training: false, 2));

        var told = Assert.Single(OnnxSession.Run(exported.Onnx.Content, [("text", tokens)]));
        Assert.Equal([2, 9, 77], told.Shape);
        Assert.True(TensorValues.Read(plan[exported.Model.Heads[0].Prediction]).Zip(told.Values, (a, b) => Math.Abs(a - b)).Max() <= Allowed);
    }

    [Fact]
    public void Every_step_of_the_preparation_is_done_by_the_file_itself()
    {
        using var folder = new TemporaryFolder();
        TableProject.Write(folder.Path, PreparedProject.Json, PreparedProject.Csv);
        using var exported = new ExportedModel(folder.Path);

        var worst = exported.Worst([.. exported.Data.Train, .. exported.Data.Validation, .. exported.Data.Test]);

        Assert.True(worst <= Allowed, $"{worst}");
    }

    [Fact]
    public void A_file_tells_all_that_a_model_with_several_heads_and_shared_weights_tells()
    {
        using var folder = new TemporaryFolder();
        TableProject.Write(folder.Path, PreparedProject.Heads, PreparedProject.Csv);
        using var exported = new ExportedModel(folder.Path);

        var worst = exported.Worst([.. exported.Data.Train]);

        Assert.Equal(4, exported.Model.Heads.Count);
        Assert.True(worst <= Allowed, $"{worst}");
    }

    [Fact]
    public void Yes_or_no_is_told_as_the_probabilities_of_both()
    {
        using var exported = new ExportedModel(Repository.Template("breast-cancer"));
        using var session = OnnxSession.Open(exported.Onnx.Content);

        Assert.Equal([-1, 2], session.OutputMetadata["diagnosis"].Dimensions);
    }

    [Fact]
    public void The_file_says_what_it_needs_and_what_it_tells()
    {
        using var exported = new ExportedModel(Repository.Template("concrete"));
        using var session = OnnxSession.Open(exported.Onnx.Content);
        var properties = session.ModelMetadata.CustomMetadataMap;
        using var model = JsonDocument.Parse(properties["builder.model"]);
        using var transforms = JsonDocument.Parse(properties["builder.transforms"]);

        Assert.Equal(["cement", "blast_furnace_slag", "fly_ash", "water", "superplasticizer", "coarse_aggregate", "fine_aggregate", "age"], session.InputNames);
        Assert.Equal(session.InputNames, model.RootElement.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("name").GetString()!));
        Assert.Equal("kg/m³", model.RootElement.GetProperty("inputs")[0].GetProperty("unit").GetString());
        var output = Assert.Single(model.RootElement.GetProperty("outputs").EnumerateArray());
        Assert.Equal("compressive_strength", output.GetProperty("name").GetString());
        Assert.Equal("MPa", output.GetProperty("quantities")[0].GetProperty("unit").GetString());
        Assert.Equal(9, transforms.RootElement.GetProperty("columns").GetArrayLength());
        Assert.All(session.InputMetadata.Values, input => Assert.Equal(["N"], input.SymbolicDimensions));
        Assert.Contains("onnxruntime.InferenceSession(\"model.onnx\"", session.ModelMetadata.Description, StringComparison.Ordinal);
    }

    private sealed class NoInputs : IBatchSource
    {
        public static NoInputs Instance { get; } = new();

        public Tensor Get(Graph.Analysis.FlatNode node) => throw new InvalidOperationException(node.Path);
    }

    private sealed class Fed(Tensor tokens) : IBatchSource
    {
        public Tensor Get(Graph.Analysis.FlatNode node) => tokens;
    }
}
