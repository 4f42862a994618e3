using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Hosting.Logging;

/// <summary>What the log tells.</summary>
[Settings("Builder:Logging")]
public sealed record LogOptions
{
    /// <summary>
    /// Whether messages of errors are written as well. They may quote what people typed or uploaded ("'Miller' is no number"), so they are
    /// left out unless somebody looks for a fault.
    /// </summary>
    [Setting("BUILDER_LOG_ERROR_MESSAGES")]
    public bool ErrorMessages { get; init; }
}
