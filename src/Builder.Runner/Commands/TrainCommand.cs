using System.CommandLine;
using Builder.Files;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Runner.Console;
using Builder.Training;
using Builder.Training.Loop;
using Builder.Training.Runs;

namespace Builder.Runner.Commands;

/// <summary>builder train PROJECT: trains a project and saves the model.</summary>
public static class TrainCommand
{
    private static readonly Argument<string> Project = new("PROJECT")
    {
        Description = ConsoleLocalizer.In("Folder of a project, such as templates/iris, or its project.json.", "项目文件夹（例如 templates/iris）或其中的 project.json。"),
    };

    private static readonly Option<int?> Epochs = ValueOption.Count("--epochs", "N", new("Passes over the training rows.", "训练轮数。"));

    private static readonly Option<int?> Seed = ValueOption.Integer(
        "--seed", "S", new("Random start: the same number gives the same model.", "随机种子：相同的数得到相同的模型。"));

    private static readonly Option<DeviceChoice> Device = ValueOption.Device(new(
        "Where to train: auto (a GPU where there is one), cpu or cuda.", "训练设备：auto（有 GPU 就用 GPU）、cpu 或 cuda。"));

    private static readonly Option<int?> Threads = ValueOption.Count(
        "--threads", "N", new($"Threads that compute, {ThreadCount.Most} at most.", $"计算线程数，最多 {ThreadCount.Most} 个。"), ThreadCount.Most);

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = ConsoleLocalizer.In("Changes a parameter for this run, such as --set adam.lr=0.01. May be given several times.",
            "只为本次训练修改参数，例如 --set adam.lr=0.01，可多次使用。"),
        HelpName = "BLOCK.PARAMETER=VALUE",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> Resume = new("--resume")
    {
        Description = ConsoleLocalizer.In("Goes on with an interrupted run: its folder, or its name under PROJECT/runs.",
            "继续被中断的训练：训练文件夹，或它在 项目/runs 下的名称。"),
        HelpName = "RUN",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = ConsoleLocalizer.In("Folder for checkpoints and the model; default: a new one under PROJECT/runs.",
            "保存检查点和模型的文件夹；默认在 项目/runs 下新建。"),
        HelpName = "DIR",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = ConsoleLocalizer.In("Prints one JSON event a line instead of a progress bar.", "每行输出一个 JSON 事件，代替进度条。"),
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new Command("train", ConsoleLocalizer.In("Trains a project and saves the model.", "训练项目并保存模型。"))
        {
            Project, Epochs, Seed, Device, Threads, Set, Resume, Out, Json,
        };
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        LibtorchWarmup.Begin();
        if (!parsed.GetValue(Json))
        {
            return Failures.Guard(() => Train(parsed, folder => new TrainingDisplay(folder).Show));
        }

        return Failures.Guard(
            () => Train(parsed, folder => new JsonLines(System.Console.Out, folder).Show),
            ReportJson);
    }

    /// <summary>Writes the last line of a run that failed.</summary>
    public static void ReportJson(string code, Message reason) =>
        System.Console.Out.WriteLine(RunEventJson.Write(new RunEvent.Failed(code, reason)));

    private static int Train(ParseResult parsed, Func<RunFolder, Action<TrainingEvent>> display)
    {
        var project = ProjectFolder.Open(parsed.GetValue(Project)!);
        var document = Changed(parsed, project);
        var folder = FolderOf(parsed, project);
        using var stop = new CancellationTokenSource();
        using var log = new EventLog(folder);
        var show = display(folder);
        System.Console.CancelKeyPress += (_, pressed) =>
        {
            // The first Ctrl-C lets the run end after its batch and keeps the best model; a second one ends the process.
            pressed.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        };
        Execute(parsed, new RunRequest
        {
            Document = document,
            ProjectFolder = project.Folder,
            Folder = folder,
            Device = parsed.GetValue(Device),
            Threads = parsed.GetValue(Threads),
            Resume = parsed.GetValue(Resume) is not null,
            Stop = stop.Token,
            Observer = happened =>
            {
                log.Write(happened);
                show(happened);
            },
        });
        return 0;
    }

    // Only the command line knows which of its options may have made a document that is not the one that was begun.
    private static void Execute(ParseResult parsed, RunRequest request)
    {
        try
        {
            RunExecution.Execute(request);
        }
        catch (TrainingException other) when (other.Code == TrainingMessages.OtherRun.Code)
        {
            var given = string.Join(" ", new Option[] { Seed, Set }.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name));
            throw new TrainingException(
                given.Length > 0
                    ? RunnerMessages.ResumedWithOtherOptions.With(("reason", other.Reason), ("given", given))
                    : RunnerMessages.ResumedWithoutOptions.With(("reason", other.Reason)),
                other);
        }
    }

    private static Builder.Graph.Documents.ProjectDocument Changed(ParseResult parsed, ProjectFolder project)
    {
        var document = project.Document;
        document = parsed.GetValue(Epochs) is { } epochs ? Overrides.WithTrainer(document, "epochs", epochs) : document;
        document = parsed.GetValue(Seed) is { } seed ? Overrides.WithTrainer(document, "seed", seed) : document;
        return parsed.GetValue(Set)!.Aggregate(document, Overrides.WithSetting);
    }

    private static RunFolder FolderOf(ParseResult parsed, ProjectFolder project)
    {
        if (parsed.GetValue(Resume) is { } run)
        {
            if (parsed.GetValue(Out) is not null)
            {
                throw new UsageException(new(
                    "--out and --resume cannot be given together: a resumed run goes on in its own folder. Leave out --out.",
                    "--out 和 --resume 不能同时使用：继续的训练仍保存在原来的文件夹中。请去掉 --out。"));
            }

            return new(new[] { run, Path.Combine(RunFolder.RunsOf(project.Folder), run) }.FirstOrDefault(Directory.Exists) is { } found
                ? Path.GetFullPath(found)
                : throw new UsageException(new(
                    $"There is no run “{run}”. Give the folder of a run, or its name under {RunFolder.RunsOf(project.Folder)}.",
                    $"没有名为“{run}”的训练。请指定训练文件夹，或它在 {RunFolder.RunsOf(project.Folder)} 下的名称。")));
        }

        var path = parsed.GetValue(Out);
        try
        {
            return path is not null ? new(Directory.CreateDirectory(path).FullName) : RunFolder.CreateIn(project.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var place = path ?? RunFolder.RunsOf(project.Folder);
            throw new UsageException(new(
                $"The folder “{place}” cannot be made: its name is taken by a file, or there is no permission. Name another folder with --out.",
                $"无法创建文件夹“{place}”：该名称已被文件占用，或没有写入权限。请用 --out 指定其他文件夹。"));
        }
    }
}
