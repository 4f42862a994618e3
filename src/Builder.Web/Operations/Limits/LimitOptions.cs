using System.ComponentModel.DataAnnotations;
using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Operations.Limits;

/// <summary>How often one address may ask for what costs much, or what a stranger could try again and again.</summary>
[Settings("Builder:Limits")]
public sealed record LimitOptions
{
    /// <summary>Attempts to be let in, a minute.</summary>
    [Setting("BUILDER_LOGINS_PER_MINUTE")]
    [Range(1, 1_000_000)]
    public int LoginsPerMinute { get; init; } = 30;

    /// <summary>Files sent, a minute.</summary>
    [Setting("BUILDER_UPLOADS_PER_MINUTE")]
    [Range(1, 1_000_000)]
    public int UploadsPerMinute { get; init; } = 300;
}
