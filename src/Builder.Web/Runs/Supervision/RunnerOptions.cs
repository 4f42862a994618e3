namespace Builder.Web.Runs.Supervision;

/// <summary>How runners are started and watched.</summary>
public sealed record RunnerOptions
{
    /// <summary>The environment variable that names the runner's program.</summary>
    public const string Variable = "BUILDER_RUNNER";

    /// <summary>The runner's program.</summary>
    public required string Program { get; init; }

    /// <summary>What runners find around them; null for what this process finds.</summary>
    public RunnerSurroundings? Surroundings { get; init; }

    /// <summary>Threads that compute; null for as many as the machine has.</summary>
    public int? Threads { get; init; }

    /// <summary>A runner that tells nothing for so long hangs, and is ended.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The same before its first word: on a busy computer programs start slowly.</summary>
    public TimeSpan LongestStart { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a runner may take to end in order.</summary>
    public TimeSpan LongestEnd { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>What the server's configuration says; without it the runner lies beside the server.</summary>
    public static RunnerOptions From(IConfiguration configuration) => new()
    {
        Program = configuration[Variable] is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "builder-runner"),
        Threads = int.TryParse(configuration["BUILDER_THREADS"], out var threads) && threads > 0 ? threads : null,
    };
}
