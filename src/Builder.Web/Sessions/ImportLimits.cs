using System.ComponentModel.DataAnnotations;
using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Sessions;

/// <summary>How large a project may be that was exported as a file and comes in again.</summary>
[Settings("Builder:Import")]
public sealed record ImportLimits
{
    /// <summary>Bytes of the file.</summary>
    [Setting("BUILDER_IMPORT_LIMIT")]
    [Range(1L, 1_000_000_000_000L)]
    public long FileBytes { get; init; } = 10_000_000_000;
}
