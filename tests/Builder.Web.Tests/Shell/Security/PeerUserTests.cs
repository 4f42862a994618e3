using System.Net;
using System.Net.Sockets;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Http;

namespace Builder.Web.Tests.Shell.Security;

public sealed class PeerUserTests
{
    private const string Heads = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    // 127.0.0.1:50000 of user 1001 is connected to 127.0.0.1:5080, whose own end belongs to user 1000.
    private static readonly string[] Old =
    [
        Heads,
        "   0: 0100007F:13D8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1 0000000000000000 100 0 0 10 0",
        "   1: 0100007F:13D8 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 2 1 0000000000000000 20 0 0 10 -1",
        "   2: 0100007F:C350 0100007F:13D8 01 00000000:00000000 00:00000000 00000000  1001        0 3 1 0000000000000000 20 0 0 10 -1",
    ];

    // The same over IPv6, and a socket for both kinds of addresses that speaks the older one from port 50001.
    private static readonly string[] New =
    [
        Heads,
        "   0: 00000000000000000000000001000000:C350 00000000000000000000000001000000:13D8 01 00000000:00000000 00:00000000 00000000  1002        0 4 1 0 20 0 0 10 -1",
        "   1: 0000000000000000FFFF00000100007F:C351 0000000000000000FFFF00000100007F:13D8 01 00000000:00000000 00:00000000 00000000  1003        0 5 1 0 20 0 0 10 -1",
    ];

    [Theory]
    [InlineData("127.0.0.1", 50000, "127.0.0.1", 1001L)]
    [InlineData("::ffff:127.0.0.1", 50000, "::ffff:127.0.0.1", 1001L)]
    [InlineData("::1", 50000, "::1", 1002L)]
    [InlineData("127.0.0.1", 50001, "127.0.0.1", 1003L)]
    [InlineData("127.0.0.1", 50002, "127.0.0.1", null)]
    [InlineData("192.0.2.7", 50000, "192.0.2.10", null)]
    public void The_owner_of_the_other_end_is_found_and_never_that_of_this_one(string peer, int port, string here, long? user) =>
        Assert.Equal(user, PeerUser.Find(Old.Concat(New), new(IPAddress.Parse(peer), port), new(IPAddress.Parse(here), 5080)));

    [Fact]
    public async Task A_connection_of_this_process_belongs_to_its_own_user()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);
        using var accepted = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
        var (peer, here) = ((IPEndPoint)accepted.RemoteEndPoint!, (IPEndPoint)accepted.LocalEndPoint!);
        var http = new DefaultHttpContext
        {
            Connection = { RemoteIpAddress = peer.Address, RemotePort = peer.Port, LocalIpAddress = here.Address, LocalPort = here.Port },
        };

        Assert.Equal(OwnUser(), PeerUser.Of(http));
    }

    private static long OwnUser() =>
        long.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2], System.Globalization.CultureInfo.InvariantCulture);
}
