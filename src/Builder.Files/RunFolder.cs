using System.Globalization;

namespace Builder.Files;

/// <summary>The files of one training run. The runner writes them; the server reads them and adds those that it alone knows of.</summary>
/// <param name="Path">The folder, as an absolute path.</param>
public sealed record RunFolder(string Path)
{
    /// <summary>Name of the folder, inside a project's, that holds the runs' folders.</summary>
    public const string RunsName = "runs";

    /// <summary>Bytes that changes of learning rates take at most: nobody makes as many by hand.</summary>
    public const int MostRateBytes = 1 << 22;

    /// <summary>The document as it was trained.</summary>
    public string Document => In("project.json");

    /// <summary>What the run was asked for with: number, seed, device and the data that it saw.</summary>
    public string Settings => In("run.json");

    /// <summary>Where the run stands, to go on from; see <see cref="CheckpointHeader"/>.</summary>
    public string Checkpoint => In("checkpoint.safetensors");

    /// <summary>Weights of the best epoch so far.</summary>
    public string Best => In("best.safetensors");

    /// <summary>What happened, one JSON event a line.</summary>
    public string Events => In("events.jsonl");

    /// <summary>By how much people changed the learning rates while it trained, and before which batches, as JSON.</summary>
    public string Rates => In("rates.json");

    /// <summary>The losses within epochs, thinned out, as JSON.</summary>
    public string Steps => In("steps.json");

    /// <summary>What the runner said when it broke down. It may quote data, so it lies beside them and not in the server's log.</summary>
    public string Errors => In("runner-errors.txt");

    /// <summary>The finished model, a <see cref="BundleFolder"/>.</summary>
    public string Bundle => In("bundle");

    /// <summary>Pictures that belong to the evaluation.</summary>
    public string EvaluationPictures => In("evaluation");

    /// <summary>What matters to the model, column by column, as JSON; not there before it is measured.</summary>
    public string Importance => In("importance.json");

    /// <summary>How the model does beside simple methods, as JSON; not there before they are compared.</summary>
    public string Rivals => In("rivals.json");

    /// <summary>How likely the model finds each of two classes, case by case, as JSON; not there for other models and in older runs.</summary>
    public string Cases => In("cases.json");

    /// <summary>How well the model does on single validation cases, as JSON, so that runs can be compared case by case; not there for other models and in older runs.</summary>
    public string CaseResults => In("case-results.json");

    /// <summary>What right and wrong answers are worth to the person, as JSON; not there where nobody said so.</summary>
    public string AnswerValues => In("answer-values.json");

    /// <summary>Pictures of some validation samples, which are looked at after every epoch.</summary>
    public string SamplePictures => In("samples");

    /// <summary>The names that its model's classes were given after the training, as JSON; not there where they were given none.</summary>
    public string GivenNames => In("given-names.json");

    /// <summary>True where an interrupted run can go on.</summary>
    public bool CanResume => File.Exists(Checkpoint);

    /// <summary>The epoch, counted from 1, in which an interrupted run goes on; null where it cannot.</summary>
    public long? ResumeAt => CanResume ? CheckpointHeader.EpochsDone(Checkpoint) + 1 : null;

    /// <summary>The folder that holds the runs of a project.</summary>
    /// <param name="project">The project's folder.</param>
    public static string RunsOf(string project) => System.IO.Path.Combine(project, RunsName);

    /// <summary>Makes a new folder below <paramref name="project"/>/runs, named by the time and free.</summary>
    public static RunFolder CreateIn(string project)
    {
        var name = DateTime.Now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (var attempt = 1; ; attempt++)
        {
            var path = System.IO.Path.Combine(RunsOf(project), attempt == 1 ? name : $"{name}-{attempt}");
            if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path);
                return new RunFolder(path);
            }
        }
    }

    /// <summary>A picture made after an epoch.</summary>
    /// <param name="epoch">The epoch, counted from 1.</param>
    public string Sample(long epoch) => In($"sample-{epoch:D4}.png");

    private string In(string file) => System.IO.Path.Combine(Path, file);
}

/// <summary>The files of a finished model.</summary>
/// <param name="Path">The folder.</param>
public sealed record BundleFolder(string Path)
{
    /// <summary>The document.</summary>
    public string Document => In("project.json");

    /// <summary>What was learned from the training rows about the data.</summary>
    public string Transforms => In("transforms.json");

    /// <summary>The weights, as safetensors.</summary>
    public string Weights => In("weights.safetensors");

    /// <summary>How good the model is. It makes a folder the folder of a model.</summary>
    public string Summary => In("bundle.json");

    /// <summary>From which probabilities on it says a class; left out where it goes by the usual ones.</summary>
    public string Thresholds => In("thresholds.json");

    /// <summary>True where a model is there.</summary>
    public bool Exists => File.Exists(Summary);

    private string In(string file) => System.IO.Path.Combine(Path, file);
}
