using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Shell.Security;

/// <summary>Who beside this machine may reach the server.</summary>
[Settings("Builder:Network")]
public sealed record NetworkOptions
{
    /// <summary>The names by which other computers call this server, separated by commas; null lets in this machine only.</summary>
    [Setting(ServerNames.Switch)]
    public string? Names { get; init; }
}
