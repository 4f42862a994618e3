using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Builder.Web.Shell.Security;

/// <summary>The addresses under which browsers reach this server.</summary>
public sealed class ServerAddresses(IServer server, ServerNames names, IConfiguration configuration)
{
    /// <summary>True where other computers reach it as well.</summary>
    public bool IsOpenToNetwork => names.OpenToNetwork;

    /// <summary>All of them, without a path; none before the server has started.</summary>
    public IReadOnlyList<string> All => [.. (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Select(Reachable)];

    /// <summary>The address for others, of the one that a browser has open: the same, unless that leads only to the computer itself and there is a better one.</summary>
    public Uri ForOthers(Uri here)
    {
        ArgumentNullException.ThrowIfNull(here);
        return names.OpenToNetwork && ServerNames.IsLoopback(here.Host) && All.Select(a => new Uri(a)).FirstOrDefault(a => !ServerNames.IsLoopback(a.Host)) is { } other ? other : here;
    }

    // "http://[::]:5080" is no address that a browser could open, and one behind a proxy is not the browser's.
    private string Reachable(string address)
    {
        if (names.OpenToNetwork && NetworkOptions.From(configuration).Proxies is { Length: > 0 })
        {
            return $"{Uri.UriSchemeHttps}://{names.Others.First()}";
        }

        var binding = BindingAddress.Parse(address);
        var host = ServerNames.IsLoopback(binding.Host) || !names.OpenToNetwork ? binding.Host : names.Others.First();
        return $"{binding.Scheme}://{host}:{binding.Port}";
    }
}
