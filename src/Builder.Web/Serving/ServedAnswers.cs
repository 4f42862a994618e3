using System.Diagnostics;
using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Publishing;
using Builder.Web.Use.Models;

namespace Builder.Web.Serving;

/// <summary>Asks published models: in the processes in which all models are asked, never in the server's own.</summary>
public sealed class ServedAnswers(ModelPool models, ModelUses uses)
{
    /// <summary>Asks a model, and counts its answer.</summary>
    /// <param name="served">The model.</param>
    /// <param name="command">Makes the command with the id that it must carry.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ModelException">It cannot answer.</exception>
    public async Task<RunEvent.Prediction> AskAsync(ServedModel served, Func<string, RunnerCommand> command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(served);
        var begun = Stopwatch.GetTimestamp();
        var answer = await models.AskAsync(served.Model.ProjectId, served.Model.Run.Bundle, command, ct);
        Count(served, Stopwatch.GetElapsedTime(begun));
        return answer;
    }

    /// <summary>Counts an answer.</summary>
    public void Count(ServedModel served, TimeSpan took)
    {
        ArgumentNullException.ThrowIfNull(served);
        uses.Count(served.Published.Name, served.Published.Current, took);
    }

    /// <summary>Asks about one case.</summary>
    /// <param name="served">The model.</param>
    /// <param name="row">The case, by the names of the inputs.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The answer, or why there is none.</returns>
    public async Task<(PredictedRow? Row, Localized? Problem)> AskAsync(ServedModel served, IReadOnlyDictionary<string, Cell> row, CancellationToken ct)
    {
        try
        {
            var answer = await AskAsync(served, id => new RunnerCommand.Predict(id, [row]), ct);
            return answer.Rows is [{ Refused: null } predicted] ? (predicted, null) : (null, answer.Rows is [{ Refused: { } why }] ? why.Words : ServingTexts.NoAnswer);
        }
        catch (ModelException failure)
        {
            return (null, failure.Words);
        }
    }
}
