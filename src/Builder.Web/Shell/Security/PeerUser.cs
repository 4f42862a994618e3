using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Connections.Features;

namespace Builder.Web.Shell.Security;

/// <summary>
/// The user of this computer at the other end of a connection, where the system tells: on Linux every socket's owner stands in /proc/net.
/// Browsers send the cookies of 127.0.0.1 to every port of it, also to one that another user listens on. What such a user gets to see is of no use
/// to him, because the session belongs to the user whose browser was let in.
/// </summary>
public static class PeerUser
{
    private const string Key = "builder.peer-user";
    private const int LocalColumn = 1;
    private const int RemoteColumn = 2;
    private const int UserColumn = 7;

    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Number of the user; null for other computers, other systems, and connections that are no TCP.</summary>
    public static long? Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);

        // Requests of one connection come from one process, and may name any address in their headers.
        var items = http.Features.Get<IConnectionItemsFeature>()?.Items ?? http.Items;
        if (items.TryGetValue(Key, out var known))
        {
            return (long?)known;
        }

        var user = OperatingSystem.IsLinux() && http.Connection is { RemoteIpAddress: { } peer, LocalIpAddress: { } here }
            ? Find(Tables.Where(File.Exists).SelectMany(File.ReadLines), new(peer, http.Connection.RemotePort), new(here, http.Connection.LocalPort)) : null;
        items[Key] = user;
        return user;
    }

    /// <summary>The owner of the socket at <paramref name="peer"/> that is connected to <paramref name="here"/>, from lines of /proc/net/tcp and tcp6.</summary>
    public static long? Find(IEnumerable<string> lines, IPEndPoint peer, IPEndPoint here)
    {
        var (locals, remotes) = (Spellings(peer), Spellings(here));
        foreach (var line in lines)
        {
            var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length > UserColumn && locals.Contains(columns[LocalColumn]) && remotes.Contains(columns[RemoteColumn])
                && long.TryParse(columns[UserColumn], NumberStyles.None, CultureInfo.InvariantCulture, out var user))
            {
                return user;
            }
        }

        return null;
    }

    // A socket for both kinds of addresses shows one of the older kind in the newer form.
    private static string[] Spellings(IPEndPoint end)
    {
        var address = end.Address.IsIPv4MappedToIPv6 ? end.Address.MapToIPv4() : end.Address;
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            ? [Spelling(address, end.Port), Spelling(address.MapToIPv6(), end.Port)] : [Spelling(address, end.Port)];
    }

    // Words of four bytes as the processor holds them, here the lowest byte first; the port as people write it.
    private static string Spelling(IPAddress address, int port)
    {
        var bytes = address.GetAddressBytes();
        for (var word = 0; word < bytes.Length; word += 4)
        {
            bytes.AsSpan(word, 4).Reverse();
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(bytes)}:{port:X4}");
    }
}
