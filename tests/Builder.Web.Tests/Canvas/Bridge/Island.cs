using System.Text.Json.Nodes;
using System.Threading.Channels;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Bridge;
using Builder.Web.Canvas.Editing;
using Builder.Web.Sessions;
using Builder.Web.Shell;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Canvas.Bridge;

/// <summary>An canvas client as the server sees it: a window on a project whose messages are kept in order and can be waited for.</summary>
internal sealed class Island : IAsyncDisposable
{
    private readonly Channel<JsonObject> _messages = Channel.CreateUnbounded<JsonObject>();
    private readonly CanvasBridge _bridge;
    private int _sent;

    public Island(ProjectSession session, ProjectPresence? presence = null, string language = UiState.English)
    {
        Editor = new ModelEditor(session, presence ?? new ProjectPresence(NullLogger<ProjectPresence>.Instance));
        Ui.SetLanguage(language);
        _bridge = new CanvasBridge(Editor, Ui, Deliver, NullLogger.Instance);
    }

    public UiState Ui { get; } = new();

    public ModelEditor Editor { get; }

    /// <summary>What the canvas client would show.</summary>
    public IslandModel Model { get; } = new();

    /// <summary>Asks for everything and takes it in.</summary>
    public async Task<Island> MountedAsync()
    {
        await SendAsync("""{"type":"resync","revision":0}""");
        await UntilAsync("presence");
        return this;
    }

    public ValueTask SendAsync(string json) => _bridge.ReceiveAsync(json);

    /// <summary>Sends a gesture and takes messages in until it is answered; gives the answer.</summary>
    public async Task<JsonObject> DoAsync(string gesture, string? id = null)
    {
        id ??= FormattableString.Invariant($"c{++_sent}");
        await SendAsync($$"""{"type":"apply","commandId":"{{id}}","baseRevision":{{Model.Revision}},"gesture":{{gesture}}}""");
        return await AnswerAsync(id);
    }

    /// <summary>Takes messages in until a command is answered.</summary>
    public Task<JsonObject> AnswerAsync(string id) =>
        UntilAsync(m => (string?)m["type"] is "acknowledge" or "reject" && (string?)m["commandId"] == id);

    public Task<JsonObject> UntilAsync(string type) => UntilAsync(m => (string?)m["type"] == type);

    public async Task<JsonObject> UntilAsync(Func<JsonObject, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var message = await _messages.Reader.ReadAsync(patience.Token);
            Model.Receive(message);
            if (wanted(message))
            {
                return message;
            }
        }
    }

    /// <summary>Takes messages in until the canvas client shows a revision.</summary>
    public async Task CatchUpAsync(long revision)
    {
        while (Model.Revision < revision)
        {
            await UntilAsync(_ => true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _bridge.DisposeAsync();
        Editor.Dispose();
    }

    private Task Deliver(string json)
    {
        _messages.Writer.TryWrite(JsonNode.Parse(json)!.AsObject());
        return Task.CompletedTask;
    }

    /// <summary>A picture that leads through two layers to a loss.</summary>
    public static ProjectDocument Chain() => ProjectDocument.Create("Chain") with
    {
        Blocks = new[] { Make("noise", "Noise", 0), Make("first", "Linear", 240), Make("second", "Linear", 480), Make("out", "Output", 720) }
            .Aggregate(ProjectDocument.Create("").Blocks, (all, b) => all.Add(b.Id, b)),
        Links = new[] { Wire("noise", "first"), Wire("first", "second"), Wire("second", "out") }
            .Aggregate(ProjectDocument.Create("").Links, (all, l) => all.Add(l.Key, l)),
    };

    private static Block Make(string id, string kind, double x) => new() { Id = id, Kind = kind, Position = new(x, 0) };

    private static Link Wire(string from, string to) => new(new(from, "output"), new(to, "input"));
}
