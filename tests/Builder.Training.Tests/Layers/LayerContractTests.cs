using Builder.Graph.Catalog;
using Builder.Graph.Problems;
using Builder.Training.Layers;
using Builder.Training.Tests.Layers.Contract;
using Builder.Training.Tests.Layers.Examples;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Layers;

/// <summary>What holds for every kind that computes. Kinds are found by themselves; one without examples fails.</summary>
public class LayerContractTests
{
    private const int ShapeExamples = 20;
    private const int GradientExamples = 4;

    /// <summary>Ids of all kinds that compute.</summary>
    public static TheoryData<string> Kinds => [.. LayerFactory.Kinds.Order(StringComparer.Ordinal)];

    /// <summary>Ids of those whose output follows from their inputs and weights.</summary>
    public static TheoryData<string> DeterministicKinds =>
        [.. LayerFactory.Kinds.Where(kind => KindExamples.Find(kind) is not { Random: true }).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_shape_rule_says_what_a_real_forward_pass_gives(string kind)
    {
        foreach (var example in Examples(kind, ShapeExamples))
        {
            using var run = new ExampleRun(example, ScalarType.Float32, seed: 1);
            using var scope = NewDisposeScope();
            var inferred = Infer(example.Instance());
            var outputs = run.Forward();
            Assert.Equal(
                outputs.Select(o => $"[{string.Join(", ", o.shape)}]"),
                inferred.Outputs.Select(o => o.ToString().Replace("[N", $"[{example.BatchSize}", StringComparison.Ordinal)));
            Assert.Equal(
                outputs.Select(o => o.dtype == ScalarType.Int64),
                inferred.Outputs.Select(o => o.Element == Graph.Data.ElementType.Int64));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_symbolic_batch_or_length_changes_no_size_that_the_shape_rule_knows(string kind)
    {
        foreach (var example in Examples(kind, ShapeExamples))
        {
            var known = Infer(example.Instance()).Outputs;
            AssertAgrees(example, known, ShapeContract.Symbolic(example, 0, "N"), mustSucceed: true);
            for (var dim = 1; dim < 4; dim++)
            {
                AssertAgrees(example, known, ShapeContract.Symbolic(example, dim, "T"), mustSucceed: false);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_catalog_lists_exactly_the_weights_that_the_layer_has(string kind)
    {
        foreach (var example in Examples(kind, ShapeExamples))
        {
            using var run = new ExampleRun(example, ScalarType.Float32, seed: 1);
            Assert.Equal(
                run.Layer.Weights.Select(w => $"{w.Name} [{string.Join(", ", w.Tensor.shape)}] {w.Trainable}"),
                Infer(example.Instance()).Weights.Select(w => $"{w.Name} [{string.Join(", ", w.Shape)}] {w.Trainable}"));
        }
    }

    [Theory]
    [MemberData(nameof(DeterministicKinds))]
    public void Gradients_agree_with_finite_differences(string kind)
    {
        foreach (var example in Examples(kind, GradientExamples))
        {
            using var run = new ExampleRun(example, ScalarType.Float64, seed: 2);
            FiniteDifferences.Check(run);
        }
    }

    [Theory]
    [MemberData(nameof(DeterministicKinds))]
    public void Results_and_gradients_agree_with_those_stored_from_PyTorch(string kind)
    {
        foreach (var stored in StoredCases.Read(kind))
        {
            StoredComparison.Check(stored, ScalarType.Float64);
            StoredComparison.Check(stored, ScalarType.Float32);
        }
    }

    [Theory]
    [MemberData(nameof(DeterministicKinds))]
    public void Weights_copied_into_a_fresh_layer_give_the_same_output(string kind)
    {
        foreach (var example in Examples(kind, GradientExamples))
        {
            using var scope = NewDisposeScope();
            using var first = new ExampleRun(example, ScalarType.Float32, seed: 3);
            using var second = new ExampleRun(example, ScalarType.Float32, seed: 4);
            foreach (var (from, to) in first.Layer.Weights.Zip(second.Layer.Weights))
            {
                ExampleRun.SetValues(to.Tensor, TensorValues.Read(from.Tensor));
            }

            var copied = second.Layer.Forward(first.Inputs, new ForwardContext(example.Training, example.BatchSize));
            Assert.Equal(first.Forward().Select(TensorValues.Read), copied.Select(TensorValues.Read));
        }
    }

    [Theory]
    [MemberData(nameof(DeterministicKinds))]
    public void A_small_step_against_the_gradient_lowers_the_result(string kind)
    {
        foreach (var example in Examples(kind, GradientExamples))
        {
            using var scope = NewDisposeScope();
            using var run = new ExampleRun(example, ScalarType.Float64, seed: 5);
            TrainingStep.AssertLowers(run);
        }
    }

    [Fact]
    public void Every_kind_that_computes_has_a_layer_and_every_layer_has_a_kind() => Assert.Equal(
        BlockCatalog.Kinds.Where(kind => kind.Role is Role.Layer or Role.Loss).Select(kind => kind.Id).Order(StringComparer.Ordinal),
        LayerFactory.Kinds.Order(StringComparer.Ordinal));

    private static KindExamples Provider(string kind) =>
        KindExamples.Find(kind) ?? throw new InvalidOperationException($"No family provides examples of {kind}.");

    private static IEnumerable<LayerExample> Examples(string kind, int count) =>
        Enumerable.Range(0, count).Select(seed => Provider(kind).Next(new Draw(seed)));

    private static ShapeResult Infer(BlockInstance instance)
    {
        var result = instance.Kind.Infer(instance);
        Assert.DoesNotContain(result.Problems, problem => problem.Severity == Severity.Error);
        return result;
    }

    private static void AssertAgrees(
        LayerExample example, IReadOnlyList<Graph.Shapes.TensorType> known, ShapeResult symbolic, bool mustSucceed)
    {
        if (symbolic.Outputs.IsEmpty && !mustSucceed)
        {
            Assert.NotEmpty(symbolic.Problems);
            return;
        }

        Assert.True(symbolic.Outputs.Length == known.Count, $"{example}: {string.Join(" ", symbolic.Problems.Select(p => p.Message.Words.En))}");
        foreach (var (exact, output) in known.Zip(symbolic.Outputs))
        {
            Assert.Equal(exact.Shape.Rank, output.Shape.Rank);
            Assert.All(exact.Shape.Zip(output.Shape), pair => Assert.True(!pair.Second.IsKnown || pair.First == pair.Second,
                $"{example}: {output} is not {exact}."));
        }
    }
}
