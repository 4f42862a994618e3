using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Builder.Web.Shell.Security;

/// <summary>Where a server listens that nobody told where: on this computer alone.</summary>
public static class StartAddress
{
    /// <summary>The usual port. It stays the same as long as it is free, because a browser keeps what it remembers for one port.</summary>
    public const int UsualPort = 5080;

    /// <summary>The usual port's address, or that of any free port where another program has it.</summary>
    public static string Choose(int usual = UsualPort) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{(IsFree(usual) ? usual : 0)}");

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
