using System.Reflection;
using Builder.Training.Acceleration;
using static TorchSharp.torch;

namespace Builder.Training.Tests.Acceleration;

public sealed class TorchScriptTests
{
    public static TheoryData<string> Scripts => [.. All().Select(script => script.Name)];

    // Optimizers and pictures have tests that call each of them: only a call looks the operators up.
    [Theory]
    [MemberData(nameof(Scripts))]
    public void Every_script_of_the_engine_is_read(string name) => All().Single(script => script.Name == name).Script.Compile();

    [Fact]
    public void Every_script_is_a_constant_of_its_class() =>
        Assert.All(Fields(), field => Assert.True(field is { IsStatic: true, IsInitOnly: true } || field.DeclaringType == typeof(Builder.Training.Optimizers.Adam), $"{field.DeclaringType}.{field.Name}"));

    [Fact]
    public void Lists_of_tensors_and_numbers_reach_an_operator_and_its_result_comes_back()
    {
        using var scope = NewDisposeScope();
        var script = new TorchScript("""
            def run(values: List[Tensor], empty: List[Tensor], factor: float, count: int, negative: bool) -> Tensor:
                total = torch.stack(torch._foreach_mul(values, factor)).sum() + count + len(empty)
                return -total if negative else total
            """);

        Assert.Equal(-20.0, script.Tensor(new[] { ones(2), ones(2) }, Array.Empty<Tensor>(), 4.0, 4L, true).item<float>());
    }

    [Fact]
    public async Task Numbers_arrive_while_garbage_is_collected()
    {
        var script = new TorchScript("""
            def run(first: float, second: float, count: int, negative: bool) -> Tensor:
                return torch.full([], -first - second - count if negative else 0.0, dtype=7)
            """);
        using var done = new CancellationTokenSource();
        var collector = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                GC.Collect(0);
                GC.WaitForPendingFinalizers();
            }
        });
        for (var i = 0; i < 20_000; i++)
        {
            using var sum = script.Tensor(0.5, (double)i, 1L, true);
            Assert.Equal(-1.5 - i, sum.item<double>());
        }

        await done.CancelAsync();
        await collector;
    }

    private static IEnumerable<FieldInfo> Fields() => typeof(TorchScript).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(field => field.FieldType == typeof(TorchScript));

    private static IEnumerable<(string Name, TorchScript Script)> All() => Fields().Where(field => field.IsStatic)
        .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (TorchScript)field.GetValue(null)!));
}
