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

    /// <summary>Requests to published models, a minute. A form asks while somebody types, and a class may share an address.</summary>
    [Setting("BUILDER_VISITS_PER_MINUTE")]
    [Range(1, 1_000_000)]
    public int VisitsPerMinute { get; init; } = 1_200;

    /// <summary>Requests with one key to a published model, a minute.</summary>
    [Setting("BUILDER_KEY_CALLS_PER_MINUTE")]
    [Range(1, 1_000_000)]
    public int KeyCallsPerMinute { get; init; } = 600;
}
