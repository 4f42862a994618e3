using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Messages;
using Builder.Web.Sessions;

namespace Builder.Web.Canvas.Bridge;

/// <summary>Carries out what the canvas client asks for and says what became of it.</summary>
internal static partial class CommandHandler
{
    /// <summary>The answer to a request: done and on disk, or refused in the reader's language.</summary>
    public static async Task<ToIsland> CarryAsync(ProjectSession session, IslandRequest request, string actor, string language, ILogger log)
    {
        try
        {
            var result = await (request switch
            {
                Apply apply => session.ApplyAsync(new Command(
                    apply.CommandId, apply.BaseRevision, document => new GestureEdits(document, () => Analyze(session, document), session.Schema, language).Of(apply.Gesture), actor)),
                Undo undo => session.UndoAsync(undo.CommandId, actor),
                _ => session.RedoAsync(request.CommandId, actor),
            });
            return result.Problem is { } problem ? new Reject(request.CommandId, problem.Message.Words.In(language)) : new Acknowledge(request.CommandId, result.Revision);
        }
        catch (RefusedGestureException refused)
        {
            return new Reject(request.CommandId, refused.Words.In(language));
        }
        catch (Exception unforeseen) // One gesture that fails must not end the window's connection; it is refused and told.
        {
            NotCarriedOut(log, request.GetType().Name, unforeseen);
            return new Reject(request.CommandId, CanvasTexts.NotSaved.In(language));
        }
    }

    /// <summary>What is known of a document; commands that are carried out together are each made for a newer one than the session has told.</summary>
    private static GraphAnalysis Analyze(ProjectSession session, ProjectDocument document) =>
        ReferenceEquals(session.Document, document) ? session.Analysis : GraphAnalyzer.Analyze(document, session.Schema);

    [LoggerMessage(EventId = 7103, Level = LogLevel.Error, Message = "A request of the canvas could not be carried out: {Request}.")]
    private static partial void NotCarriedOut(ILogger log, string request, Exception exception);
}
