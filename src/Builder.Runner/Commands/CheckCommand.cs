using System.CommandLine;
using Builder.Datasets;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Problems;
using Builder.Runner.Console;
using Builder.Training.Runs;

namespace Builder.Runner.Commands;

/// <summary>builder check PROJECT: every block with its output shape and size, and every problem with its fix.</summary>
public static class CheckCommand
{
    private static readonly Argument<string> Project = new("PROJECT")
    {
        Description = ConsoleLocalizer.In("Folder of a project, or its project.json.", "项目文件夹，或其中的 project.json。"),
    };

    private static readonly Option<bool> Json = new("--json") { Description = ConsoleLocalizer.In("Prints JSON.", "输出 JSON。") };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new Command("check", ConsoleLocalizer.In("Shows every block with its shape, and every problem with its fix.", "列出每个模块的输出形状，以及每个问题和解决办法。"))
        {
            Project, Json,
        };
        command.SetAction(parsed => parsed.GetValue(Json)
            ? Failures.Guard(() => Run(parsed, CheckReport.WriteJson), CheckReport.WriteFailureJson)
            : Failures.Guard(() => Run(parsed, CheckReport.WriteText)));
        return command;
    }

    private static int Run(ParseResult parsed, Action<GraphAnalysis, Problem?> write)
    {
        var project = ProjectFolder.Open(parsed.GetValue(Project)!);
        var (schema, problem) = SchemaOf(project);
        var analysis = GraphAnalyzer.Analyze(project.Document, schema);
        write(problem is null ? analysis : analysis with { Problems = [.. analysis.Problems.Where(p => p.Code != "NoData")] }, problem);
        return analysis.CanTrain && problem is null ? 0 : Failures.ExitCode;
    }

    // Shapes can be shown even where the data cannot be read: then that is one more problem.
    private static (DataSchema? Schema, Problem? Problem) SchemaOf(ProjectFolder project)
    {
        try
        {
            return (ProjectData.Schema(ProjectData.Prepare(project.Document, project.Folder).Values), null);
        }
        catch (DataException e)
        {
            return (null, new Problem(null, e.Reason) { Code = e.Code });
        }
    }
}
