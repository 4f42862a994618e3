using System.Net.WebSockets;
using System.Text;

namespace Builder.Bench.Ui.Serving;

/// <summary>
/// A viewer of a run's live curves as the server sees it: it subscribes at the hub as the page's own script does, and takes everything that
/// comes. It does not look at what it gets: that is the work of the viewer's own computer.
/// </summary>
internal sealed class Viewer : IDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(10);
    private readonly ClientWebSocket _line = new();

    /// <summary>How many messages have come.</summary>
    public long Messages { get; private set; }

    /// <summary>Watches until it is cancelled.</summary>
    /// <param name="server">The server's address.</param>
    /// <param name="cookies">The cookies of somebody who was let in.</param>
    /// <param name="run">The run.</param>
    /// <param name="ct">Ends the watching.</param>
    public async Task WatchAsync(Uri server, string cookies, string run, CancellationToken ct)
    {
        _line.Options.SetRequestHeader("Cookie", cookies);
        _line.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        try
        {
            await _line.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/runs" }.Uri, ct);
            await SayAsync("""{"protocol":"json","version":1}""", ct);
            await SayAsync($$"""{"type":4,"invocationId":"1","target":"SubscribeRun","arguments":["{{run}}"]}""", ct);
            await Task.WhenAll(ReceiveAsync(ct), PingAsync(ct));
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    private async Task ReceiveAsync(CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        while (await _line.ReceiveAsync(buffer.AsMemory(), ct) is { MessageType: not WebSocketMessageType.Close } part)
        {
            Messages += part.EndOfMessage ? 1 : 0;
        }

        throw new InvalidOperationException("The server has ended a viewer's connection.");
    }

    private async Task PingAsync(CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(BetweenPings, ct);
            await SayAsync("""{"type":6}""", ct);
        }
    }

    private Task SayAsync(string message, CancellationToken ct) =>
        _line.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, ct);
}
