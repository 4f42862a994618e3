using System.ComponentModel.DataAnnotations;
using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Runners;

/// <summary>How runners are started and watched.</summary>
[Settings("Builder:Runner")]
public sealed record RunnerOptions
{
    /// <summary>The runner's program; it usually lies beside the server.</summary>
    [Setting("BUILDER_RUNNER")]
    public string Program { get; init; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "builder-runner.exe" : "builder-runner");

    /// <summary>What runners find around them; null for what this process finds.</summary>
    public RunnerSurroundings? Surroundings { get; set; }

    /// <summary>Threads that compute; null for as many as the machine has.</summary>
    [Setting("BUILDER_THREADS")]
    [Range(1, 1024)]
    public int? Threads { get; init; }

    /// <summary>A runner that tells nothing for so long hangs, and is ended.</summary>
    [Setting("BUILDER_RUNNER_SILENCE")]
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The same before its first word: on a busy computer programs start slowly.</summary>
    [Setting("BUILDER_RUNNER_START")]
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan LongestStart { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a runner may take to end in order.</summary>
    [Setting("BUILDER_RUNNER_END")]
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LongestEnd { get; init; } = TimeSpan.FromSeconds(4);
}
