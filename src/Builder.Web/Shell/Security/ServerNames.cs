using System.Net;

namespace Builder.Web.Shell.Security;

/// <summary>The names by which this server may be called. A page elsewhere that points a name of its own at this machine gets nothing.</summary>
/// <param name="Others">Names beside this machine's own, as given when the server was started.</param>
public sealed record ServerNames(IReadOnlySet<string> Others)
{
    /// <summary>The switch that opens the server to a network: the names by which it will be called there, separated by commas.</summary>
    public const string Switch = "allow-network";

    /// <summary>True where the server was opened to a network.</summary>
    public bool OpenToNetwork => Others.Count > 0;

    /// <summary>The names that the configuration gives.</summary>
    public static ServerNames From(IConfiguration configuration) => new((NetworkOptions.From(configuration).Names ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>True for a name that is this server's.</summary>
    public bool Knows(string host) => IsLoopback(host) || Others.Contains(host);

    /// <summary>True for the names and addresses that never leave this machine.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
