namespace Builder.Web.Shell.Connection;

/// <summary>One start of the server. A page that was opened under another one has to be loaded again: its window is no longer known.</summary>
public sealed class ServerIdentity
{
    /// <summary>Different at every start.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");
}
