using System.Text.Json;
using System.Threading.Channels;
using Builder.Storage.Projects;
using Builder.Web.Canvas.Editing;
using Builder.Web.Canvas.Messages;
using Builder.Web.Shell;

namespace Builder.Web.Canvas.Bridge;

/// <summary>
/// Between one canvas client and its project: gestures in, patches out, both in order and neither on the circuit's own thread.
/// </summary>
public sealed partial class CanvasBridge : IAsyncDisposable
{
    private const int WaitingMessages = 1_000;
    private readonly ModelEditor _editor;
    private readonly UiState _ui;
    private readonly Func<string, Task> _deliver;
    private readonly ILogger _log;
    private readonly CanvasSync _teller;
    private readonly Channel<string> _in = Channel.CreateBounded<string>(new BoundedChannelOptions(WaitingMessages) { SingleReader = true });
    private readonly Channel<Func<IEnumerable<ToIsland>>> _out = Channel.CreateUnbounded<Func<IEnumerable<ToIsland>>>(new() { SingleReader = true });
    private readonly Task _work;

    /// <summary>Starts to listen on both sides.</summary>
    /// <param name="editor">The window's view of the project.</param>
    /// <param name="ui">The window's language and theme.</param>
    /// <param name="deliver">Hands one message to the canvas client.</param>
    /// <param name="log">For what nobody foresaw.</param>
    public CanvasBridge(ModelEditor editor, UiState ui, Func<string, Task> deliver, ILogger log)
    {
        (_editor, _ui, _deliver, _log) = (editor, ui, deliver, log);
        _teller = new(editor.Session.Trail);
        editor.Changed += TellChanges;
        editor.PeopleChanged += TellPeople;
        editor.Asked += Tell;
        ui.Changed += TellSettings;
        _work = Task.WhenAll(Task.Run(ReadAsync), Task.Run(WriteAsync));
    }

    /// <summary>Takes a message of the canvas client. It is carried out after all that came before; the answer is a message of its own.</summary>
    public ValueTask ReceiveAsync(string json) => _in.Writer.WriteAsync(json);

    /// <summary>Tells the canvas client everything anew, as after a lost connection.</summary>
    public void TellEverything() => Enqueue(() => [.. _teller.Snapshot(_editor.State, _ui.Language), People()]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _editor.Changed -= TellChanges;
        _editor.PeopleChanged -= TellPeople;
        _editor.Asked -= Tell;
        _ui.Changed -= TellSettings;
        _in.Writer.TryComplete();
        _out.Writer.TryComplete();
        await _work;
    }

    private void Enqueue(Func<IEnumerable<ToIsland>> messages) => _out.Writer.TryWrite(messages);

    private void Tell(ToIsland message) => Enqueue(() => [message]);

    private void TellChanges() => Enqueue(() => _teller.CatchUp(_editor.State));

    private void TellPeople() => Enqueue(() => [People()]);

    private void TellSettings() => Enqueue(() => [new Messages.Settings(_ui.Language, _ui.Theme, ReadOnly: false), .. _teller.Translate(_ui.Language), People()]);

    private Presence People() =>
        new([.. _editor.Others.Select(p => new PersonView(p.Id, CanvasTexts.Guest(p.Number).In(_ui.Language), p.Color, p.Selection))]);

    private async Task ReadAsync()
    {
        await foreach (var json in _in.Reader.ReadAllAsync())
        {
            try
            {
                Handle(json.Length > CanvasJson.LongestThroughCircuit ? throw new JsonException("Too long.") : CanvasJson.Read(json));
            }
            catch (Exception malformed) when (malformed is JsonException or RefusedGestureException)
            {
                NotUnderstood(malformed.Message);
                Refuse(json);
            }
            catch (Exception unforeseen) // One message that fails must not make the canvas deaf to all others.
            {
                NotHandled(unforeseen);
                Refuse(json);
            }
        }
    }

    private void Handle(FromIsland message)
    {
        switch (message)
        {
            case IslandRequest request:
                _editor.Remember(request.CommandId);
                Background.Run(CarryAsync(request), _log, "answer a request of the canvas");
                break;
            case Selected selected:
                _editor.Selected(selected.Blocks, selected.Group);
                break;
            case OpenGroup open:
                _editor.Selected([], open.Group);
                break;
            case Resync:
                TellEverything();
                break;
            case Train:
                _editor.WantTrain();
                break;
        }
    }

    /// <summary>
    /// Requests take their turn in the session at once and in order; nobody waits here for the disk, so that what needs no saving goes on
    /// even while a full disk keeps answers back.
    /// </summary>
    private async Task CarryAsync(IslandRequest request)
    {
        var answer = await CommandHandler.CarryAsync(_editor.Session, request, _editor.Me.Id, _ui.Language, _log);
        Enqueue(() => _teller.Answer(answer));
    }

    /// <summary>What cannot be read is refused by its id, so that the canvas client does not send it for ever.</summary>
    private void Refuse(string json)
    {
        if (CommandIdOf(json) is { } id)
        {
            var words = json.Length > CanvasJson.LongestThroughCircuit ? CanvasTexts.TooLong : CanvasTexts.UnknownGesture;
            Enqueue(() => [new Reject(id, words.In(_ui.Language))]);
        }
    }

    private static string? CommandIdOf(string json)
    {
        try
        {
            using var message = JsonDocument.Parse(json);
            return message.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("commandId", out var id)
                && id.GetString() is { Length: <= LoggedEdit.LongestId } known ? known : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task WriteAsync()
    {
        await foreach (var messages in _out.Reader.ReadAllAsync())
        {
            try
            {
                foreach (var message in messages())
                {
                    await _deliver(CanvasJson.Write(message));
                }
            }
            catch (Exception unforeseen) // What is lost here the canvas client asks for again: its revision no longer fits.
            {
                NotTold(unforeseen);
            }
        }
    }

    [LoggerMessage(EventId = 7101, Level = LogLevel.Error, Message = "The canvas could not be told something.")]
    private partial void NotTold(Exception exception);

    [LoggerMessage(EventId = 7105, Level = LogLevel.Error, Message = "A message of the canvas could not be handled.")]
    private partial void NotHandled(Exception exception);

    [LoggerMessage(EventId = 7102, Level = LogLevel.Warning, Message = "A message of the canvas was not understood: {Reason}")]
    private partial void NotUnderstood(string reason);
}
