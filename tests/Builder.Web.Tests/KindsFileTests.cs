using System.Text;
using System.Text.Json;
using Builder.Graph.Metrics;
using Builder.Protocol;

namespace Builder.Web.Tests;

/// <summary>What the browser's part knows of metrics and of the kinds of the protocol is made from their definitions here.</summary>
public sealed class KindsFileTests
{
    private const string Asks = "BUILDER_GENERATE";

    private static string Place => Path.Combine(Repository.Root, "wwwroot-assets", "src", "generated", "kinds.ts");

    [Fact]
    public void The_generated_file_says_what_the_definitions_say()
    {
        var made = Make();
        if (Environment.GetEnvironmentVariable(Asks) == "1")
        {
            File.WriteAllText(Place, made);
        }

        Assert.True(made == File.ReadAllText(Place), $"{Place} is not up to date. {Asks}=1 in the environment of this test writes it anew.");
    }

    private static string Make()
    {
        var file = new StringBuilder("// Made from Builder.Graph and Builder.Protocol; do not change it by hand. KindsFileTests compares it and can write it anew.\n");
        Union<RunState>(file, "Where a run stands.");
        Union<RunEnd>(file, "Why a training ended.");
        Union<SampleKind>(file, "What there is to look at while a model learns.");
        Union<TaskKind>(file, "What a model learns to tell.");
        file.Append("\n/** The loss; one of several carries its name behind a dot. */\nexport const lossMetric = ").Append(Quoted(MetricCatalog.Loss.Id)).Append(";\n");
        file.Append("\n/** All metrics, the most telling first. */\nexport const metrics: readonly string[] = [\n");
        foreach (var metric in MetricCatalog.All)
        {
            file.Append("  ").Append(Quoted(metric.Id)).Append(",\n");
        }

        return file.Append("];\n").ToString();
    }

    private static void Union<T>(StringBuilder file, string words)
        where T : struct, Enum => file.Append("\n/** ").Append(words).Append(" */\nexport type ").Append(typeof(T).Name).Append(" =\n")
            .AppendJoin('\n', Enum.GetValues<T>().Select(value => $"  | {Quoted(JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(value))!)}")).Append(";\n");

    private static string Quoted(string text) => $"'{text}'";
}
