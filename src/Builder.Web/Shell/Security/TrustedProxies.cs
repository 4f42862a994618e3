using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Builder.Web.Shell.Security;

/// <summary>
/// The proxies that may say for whom they ask. Behind one that speaks https the server itself hears only http from the proxy's own address; what the
/// browser asked for stands in X-Forwarded-Proto, -Host and -For. From anybody else these headers are nothing.
/// </summary>
public static class TrustedProxies
{
    /// <summary>The switch that names them: addresses, or ranges such as 10.0.0.0/8, separated by commas.</summary>
    public const string Switch = "behind-proxy";

    /// <summary>The options for the configuration's proxies; null where it names none.</summary>
    /// <exception cref="StartException">One is no address.</exception>
    public static ForwardedHeadersOptions? From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var named = (NetworkOptions.From(configuration).Proxies ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length == 0)
        {
            return null;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in named)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(name, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new StartException(GateTexts.NoAddress(name));
            }
        }

        return options;
    }
}
