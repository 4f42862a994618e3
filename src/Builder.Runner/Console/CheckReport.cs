using System.Text.Encodings.Web;
using System.Text.Json;
using Builder.Graph.Analysis;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Runner.Console;

/// <summary>Writes what can be said of a document without running it.</summary>
public static class CheckReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n",
    };

    /// <summary>A table of blocks, then the problems.</summary>
    public static void WriteText(GraphAnalysis analysis, Problem? dataProblem)
    {
        var rows = analysis.Graph.Nodes
            .Select(n => (n.Path, n.Kind.Id, Shape: string.Join(" ", n.Outputs), Count: n.Path == n.WeightsPath ? Trainable(n) : 0))
            .ToList();
        var (path, kind, shape) = (Width(rows.Select(r => r.Path)), Width(rows.Select(r => r.Id)), Width(rows.Select(r => r.Shape)));
        foreach (var row in rows)
        {
            System.Console.WriteLine(
                $"{row.Path.PadRight(path)}  {row.Id.PadRight(kind)}  {row.Shape.PadRight(shape)}  {(row.Count > 0 ? $"{row.Count:N0}" : "")}".TrimEnd());
        }

        System.Console.WriteLine(ConsoleLocalizer.In($"{analysis.TotalParameters:N0} weights", $"共 {analysis.TotalParameters:N0} 个可训练参数"));
        var problems = All(analysis, dataProblem);
        foreach (var problem in problems)
        {
            WriteProblem(problem);
        }

        if (problems.Count == 0)
        {
            System.Console.WriteLine(ConsoleLocalizer.In("No problems: ready to train.", "没有问题，可以训练。"));
        }
    }

    /// <summary>The same as JSON.</summary>
    public static void WriteJson(GraphAnalysis analysis, Problem? dataProblem) => System.Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            blocks = analysis.Graph.Nodes.Select(n => new
            {
                path = n.Path, block = n.Block.Id, kind = n.Kind.Id, outputs = n.Outputs.Select(o => o.ToString()),
                parameters = n.Path == n.WeightsPath ? Trainable(n) : 0,
            }),
            totalParameters = analysis.TotalParameters,
            problems = All(analysis, dataProblem).Select(p => new
            {
                code = p.Code, block = p.Block, severity = p.Severity.ToString(), message = p.Message.Words, fix = p.Fix?.Title.Words,
            }),
            canTrain = analysis.CanTrain && dataProblem is null,
        },
        Options));

    /// <summary>A document that cannot be read at all.</summary>
    public static void WriteFailureJson(string code, Message reason) => System.Console.WriteLine(JsonSerializer.Serialize(
        new { blocks = Array.Empty<object>(), problems = new[] { new { code, severity = nameof(Severity.Error), message = reason.Words } }, canTrain = false },
        Options));

    private static long Trainable(FlatNode node) => node.Weights.Where(w => w.Trainable).Sum(w => w.Count);

    private static List<Problem> All(GraphAnalysis analysis, Problem? dataProblem) =>
        [.. dataProblem is null ? analysis.Problems : analysis.Problems.Insert(0, dataProblem)];

    private static void WriteProblem(Problem problem)
    {
        var word = problem.Severity == Severity.Error ? ConsoleLocalizer.In("Problem", "问题") : ConsoleLocalizer.In("Note", "提示");
        System.Console.WriteLine($"{word}{(problem.Block is { } block ? $" [{block}]" : "")}: {ConsoleLocalizer.In(problem.Message.Words)}");
        if (problem.Fix is { } fix)
        {
            System.Console.WriteLine($"    {ConsoleLocalizer.In("Fix", "解决办法")}: {ConsoleLocalizer.In(fix.Title.Words)}");
        }
    }

    private static int Width(IEnumerable<string> texts) => texts.Select(t => t.Length).DefaultIfEmpty(0).Max();
}
