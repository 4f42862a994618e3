using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Builder.Bench.Ui.Serving;

/// <summary>
/// Memory of a server's process: what it has for itself alone, after its garbage has been collected. Programs that it shares with others,
/// and what the system keeps of files, are not counted.
/// </summary>
internal static class ServerMemory
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const int Collections = 3;

    // Of the runtime's diagnostics protocol: a tracing session with this keyword begins with a full collection.
    private const ulong HeapCollect = 0x800000;
    private const byte EventPipe = 2;
    private const byte CollectTracing = 2;
    private const int HeaderBytes = 20;

    /// <summary>The memory in bytes.</summary>
    public static async Task<double> AfterCollectionAsync(int process)
    {
        for (var i = 0; i < Collections; i++)
        {
            await CollectAsync(process);
        }

        return File.ReadLines($"/proc/{process}/smaps_rollup")
            .Where(line => line.StartsWith("Private_", StringComparison.Ordinal) && !line.StartsWith("Private_Hugetlb", StringComparison.Ordinal))
            .Sum(line => 1024 * double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Asks a .NET process on this computer for a full collection and gives it time to carry it out.</summary>
    private static async Task CollectAsync(int process)
    {
        var address = Directory.GetFiles(Path.GetTempPath(), $"dotnet-diagnostic-{process}-*-socket").Single();
        using var line = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await line.ConnectAsync(new UnixDomainSocketEndPoint(address));
        await line.SendAsync(Request());
        await line.ReceiveAsync(new byte[HeaderBytes]);
        await Task.Delay(TimeSpan.FromSeconds(2));
    }

    private static byte[] Request()
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        writer.Write(Encoding.ASCII.GetBytes("DOTNET_IPC_V1\0"));
        writer.Write((ushort)0);
        writer.Write(EventPipe);
        writer.Write(CollectTracing);
        writer.Write((ushort)0);
        writer.Write(16u); // megabytes of events
        writer.Write(1u); // their format
        writer.Write(1u); // number of sources
        writer.Write(HeapCollect);
        writer.Write(4u); // level of detail
        writer.Write(Runtime.Length + 1);
        writer.Write(Encoding.Unicode.GetBytes(Runtime + '\0'));
        writer.Write(0u); // no filter
        var request = body.ToArray();
        BitConverter.TryWriteBytes(request.AsSpan(14), (ushort)request.Length);
        return request;
    }
}
