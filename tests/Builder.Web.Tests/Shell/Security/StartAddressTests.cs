using System.Net;
using System.Net.Sockets;
using Builder.Web.Shell.Security;

namespace Builder.Web.Tests.Shell.Security;

public sealed class StartAddressTests
{
    [Fact]
    public void The_usual_port_is_taken_while_it_is_free_and_any_free_one_otherwise()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        Assert.Equal("http://127.0.0.1:0", StartAddress.Choose(port));

        other.Stop();
        Assert.Equal($"http://127.0.0.1:{port}", StartAddress.Choose(port));
    }
}
