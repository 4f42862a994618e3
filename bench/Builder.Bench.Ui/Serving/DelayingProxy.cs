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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = CarryAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is closed.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        try
        {
            using (client)
            using (var server = new TcpClient { NoDelay = true })
            {
                client.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
                await Task.WhenAny(
                    PumpAsync(client.GetStream(), server.GetStream()), PumpAsync(server.GetStream(), client.GetStream()));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // One side has hung up.
        }
    }

    /// <summary>Reading and writing go on side by side, so that a delay costs no throughput.</summary>
    private async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        var waiting = Channel.CreateBounded<(long Due, byte[] Bytes)>(1024);
        var writing = WriteAsync(waiting.Reader, to);
        var block = new byte[1 << 16];
        while (await from.ReadAsync(block, _stop.Token) is var read and > 0)
        {
            await waiting.Writer.WriteAsync((Environment.TickCount64 + (long)_oneWay.TotalMilliseconds, block[..read]), _stop.Token);
        }

        waiting.Writer.Complete();
        await writing;
    }

    private async Task WriteAsync(ChannelReader<(long Due, byte[] Bytes)> waiting, NetworkStream to)
    {
        await foreach (var (due, bytes) in waiting.ReadAllAsync(_stop.Token))
        {
            var early = due - Environment.TickCount64;
            if (early > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(early), _stop.Token);
            }

            await to.WriteAsync(bytes, _stop.Token);
        }
    }
}
