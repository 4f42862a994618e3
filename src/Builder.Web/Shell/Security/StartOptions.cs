using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Shell.Security;

/// <summary>How the server begins for a person who opens it with a double click.</summary>
[Settings("Builder:Start")]
public sealed record StartOptions
{
    /// <summary>Whether the browser of the person who starts the server is opened at the address that lets it in.</summary>
    [Setting("open")]
    public bool OpenBrowser { get; init; }
}
