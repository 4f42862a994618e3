namespace Builder.Training.Runs;

/// <summary>The files of one run.</summary>
/// <param name="Path">The folder, as an absolute path.</param>
public sealed record RunFolder(string Path)
{
    /// <summary>The document as it was trained.</summary>
    public string Document => In("project.json");

    /// <summary>Where the run stands, to go on from.</summary>
    public string Checkpoint => In("checkpoint.safetensors");

    /// <summary>Weights of the best epoch so far.</summary>
    public string Best => In("best.safetensors");

    /// <summary>What happened, one JSON event a line.</summary>
    public string Events => In("events.jsonl");

    /// <summary>The finished model.</summary>
    public string Bundle => In("bundle");

    /// <summary>Pictures that belong to the evaluation.</summary>
    public string EvaluationPictures => In("evaluation");

    /// <summary>Pictures of some validation samples, which are looked at after every epoch.</summary>
    public string SamplePictures => In("samples");

    /// <summary>A picture made after an epoch.</summary>
    public string Sample(long epoch) => In($"sample-{epoch:D4}.png");

    /// <summary>A new folder below <paramref name="project"/>/runs, named by the time and free.</summary>
    public static RunFolder CreateIn(string project)
    {
        var runs = System.IO.Path.Combine(project, "runs");
        var name = DateTime.Now.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        for (var attempt = 1; ; attempt++)
        {
            var path = System.IO.Path.Combine(runs, attempt == 1 ? name : $"{name}-{attempt}");
            if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path);
                return new RunFolder(path);
            }
        }
    }

    private string In(string file) => System.IO.Path.Combine(Path, file);
}
