using System.ComponentModel.DataAnnotations;
using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Operations.Health;

/// <summary>When the server calls itself ready.</summary>
[Settings("Builder:Health")]
public sealed record HealthOptions
{
    /// <summary>Bytes that have to be free on the data folder's disk.</summary>
    [Setting("BUILDER_LEAST_DISK")]
    [Range(0L, 1_000_000_000_000_000L)]
    public long LeastDiskBytes { get; init; } = 500_000_000;
}
