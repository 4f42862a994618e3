using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Builder.Bench.Ui.Serving;

/// <summary>A slow line to a server on this computer: everything arrives, in both directions, but later.</summary>
public sealed class DelayingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeSpan _oneWay;
    private readonly int _target;
    private readonly Task _accepting;
    private CancellationTokenSource _cut = new();
    private volatile bool _isCut;

    /// <summary>Opens the line.</summary>
    /// <param name="target">Port of the server.</param>
    /// <param name="roundTrip">What it adds to a question and its answer together.</param>
    public DelayingProxy(int target, TimeSpan roundTrip)
    {
        (_target, _oneWay) = (target, roundTrip / 2);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port to connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cuts the line: every connection breaks, and new ones break at once until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        _isCut = true;
        _cut.Cancel();
    }

    /// <summary>Mends the line.</summary>
    public void Mend()
    {
        _cut.Dispose();
        _cut = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        _isCut = false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _cut.CancelAsync();
        _listener.Stop();
        await _accepting;
        _cut.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var carried = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                carried.RemoveAll(line => line.IsCompletedSuccessfully);
                carried.Add(CarryAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is closed.
        }

        await Task.WhenAll(carried);
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var held = client;
        if (_isCut)
        {
            return;
        }

        try
        {
            var cut = _cut.Token;
            using var server = new TcpClient { NoDelay = true };
            client.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, _target, cut);
            await Task.WhenAny(
                PumpAsync(client.GetStream(), server.GetStream(), cut), PumpAsync(server.GetStream(), client.GetStream(), cut));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // One side has hung up.
        }
    }

    /// <summary>Reading and writing go on side by side, so that a delay costs no throughput.</summary>
    private async Task PumpAsync(NetworkStream from, NetworkStream to, CancellationToken cut)
    {
        var waiting = Channel.CreateBounded<(long Due, byte[] Bytes)>(1024);
        var writing = WriteAsync(waiting.Reader, to, cut);
        var block = new byte[1 << 16];
        while (await from.ReadAsync(block, cut) is var read and > 0)
        {
            await waiting.Writer.WriteAsync((Environment.TickCount64 + (long)_oneWay.TotalMilliseconds, block[..read]), cut);
        }

        waiting.Writer.Complete();
        await writing;
    }

    private static async Task WriteAsync(ChannelReader<(long Due, byte[] Bytes)> waiting, NetworkStream to, CancellationToken cut)
    {
        await foreach (var (due, bytes) in waiting.ReadAllAsync(cut))
        {
            var early = due - Environment.TickCount64;
            if (early > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(early), cut);
            }

            await to.WriteAsync(bytes, cut);
        }
    }
}
