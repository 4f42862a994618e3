using System.Net.Mime;
using System.Text.Json;
using Builder.Datasets;
using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Pictures;
using Builder.Web.Shell;
using Builder.Web.Shell.Faults;
using Builder.Web.Use;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Builder.Web.Use.Tables;

namespace Builder.Web.Serving.Api;

/// <summary>Answers what programs ask a published model: rows as JSON, a table, or a picture.</summary>
public sealed class PredictRequests(ServedAnswers models, ServedTables tables, PictureClient pictures, UseFiles files, UseOptions options)
{
    private const int Chunk = 500;
    private const int MostRefused = 20;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 8 };

    /// <summary>Answers one request, or refuses it in words.</summary>
    public async Task<IResult> AnswerAsync(ServedModel served, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(served);
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.ContentLength > options.PictureBytes)
        {
            return TooLarge();
        }

        try
        {
            return http.Request.ContentType is { } type && System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out var media) ? media.MediaType?.ToLowerInvariant() switch
            {
                MediaTypeNames.Application.Json => await JsonAsync(served, http),
                MediaTypeNames.Text.Csv => await TableAsync(served, http),
                { } picture when picture.StartsWith("image/", StringComparison.Ordinal) => await PictureAsync(served, http),
                _ => NotUnderstood(),
            } : NotUnderstood();
        }
        catch (JsonException)
        {
            return new ApiProblem(StatusCodes.Status400BadRequest, "BadJson", ServingTexts.BadJson);
        }
        catch (DataException unreadable)
        {
            return new ApiProblem(StatusCodes.Status422UnprocessableEntity, unreadable.Code, unreadable.Words);
        }
        catch (ModelException failure)
        {
            return new ApiProblem(IsOfTheModel(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity, failure.Code, failure.Words);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
    }

    private async Task<IResult> JsonAsync(ServedModel served, HttpContext http)
    {
        var (model, ct) = (served.Model, http.RequestAborted);
        if (!ServedTables.IsFor(served))
        {
            return new ApiProblem(StatusCodes.Status415UnsupportedMediaType, "PictureNeeded", ServingTexts.PictureNeeded);
        }

        using var body = await JsonDocument.ParseAsync(http.Request.Body, Reading, ct);
        var (rows, problems) = RowsOf(body.RootElement, model);
        if (problems.Count > 0)
        {
            return Bad(problems, http);
        }

        var answers = new Answers(rows.Count);
        var halving = new Halving((first, count) => models.AskAsync(
            served, id => new RunnerCommand.Predict(id, [.. rows.Skip(first).Take(count)]), ct), answers);
        var refused = 0;
        for (var first = 0; first < rows.Count; first += Chunk)
        {
            refused += await halving.AskAsync(first, Math.Min(Chunk, rows.Count - first), MostRefused - refused);
        }

        return answers.Predicted < rows.Count
            ? Bad([.. answers.Remarks.Select(r => new FieldProblem(r.Row, null, r.Words))], http)
            : Results.Json(PredictionJson.Of(served, Enumerable.Range(0, rows.Count).Select(row => answers[row]!), answers.Unseen, UiCookies.Language(http.Request)));
    }

    // Half of a character, such as "\ud800", is found only where a text is taken out.
    private static (IReadOnlyList<IReadOnlyDictionary<string, Cell>> Rows, IReadOnlyList<FieldProblem> Problems) RowsOf(JsonElement body, UseModel model)
    {
        try
        {
            return RowReader.Read(body, model);
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException(broken.Message, broken);
        }
    }

    private async Task<IResult> PictureAsync(ServedModel served, HttpContext http)
    {
        if (!PicturePrediction.IsFor(served.Model.Description))
        {
            return new ApiProblem(StatusCodes.Status415UnsupportedMediaType, "RowsNeeded", ServingTexts.RowsNeeded);
        }

        return await WithFileAsync("picture", http, async file =>
        {
            await pictures.CheckAsync(file.Path, file.Name, http.RequestAborted);
            var answer = await models.AskAsync(
                served, id => new RunnerCommand.Predict(id, Files: [file.Path]), http.RequestAborted);
            return answer.Rows is [{ Refused: { } why }]
                ? new ApiProblem(StatusCodes.Status422UnprocessableEntity, why.Code, why.Words)
                : Results.Json(PredictionJson.Of(served, answer.Rows!.Select(r => r.Outputs), answer.Unseen ?? [], UiCookies.Language(http.Request)));
        });
    }

    private async Task<IResult> TableAsync(ServedModel served, HttpContext http) => ServedTables.IsFor(served)
        ? await tables.AnswerAsync(served, http.Request.Body, "rows.csv", http)
        : new ApiProblem(StatusCodes.Status415UnsupportedMediaType, "PictureNeeded", ServingTexts.PictureNeeded);

    // It lies on the disk only until the answer is made.
    private async Task<IResult> WithFileAsync(string name, HttpContext http, Func<UseFile, Task<IResult>> answer)
    {
        using var folder = files.BorrowFolder();
        var path = Path.Combine(folder.Path, name);
        await using (var target = File.Create(path))
        {
            await http.Request.Body.CopyToAsync(target, http.RequestAborted);
        }

        return await answer(new("", path, name, "", default));
    }

    private ApiProblem TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "TooLarge", ServingTexts.TooLarge(options.PictureBytes >> 20));

    private static bool IsOfTheModel(ModelException failure) => failure.Code is ModelException.ProcessGone or ModelException.NotAsked or "TooSlow" or "NoRunner" or "NoModel";

    private static ApiProblem NotUnderstood() => new(StatusCodes.Status415UnsupportedMediaType, "NotUnderstood", ServingTexts.NotUnderstood);

    private static ApiProblem Bad(IReadOnlyList<FieldProblem> problems, HttpContext http)
    {
        var language = UiCookies.Language(http.Request);
        return new(StatusCodes.Status422UnprocessableEntity, "BadValues", Localized.Same(ServingTexts.Bad(problems[0]).In(language)))
        {
            Errors = [.. problems.Select(p => new { row = p.Row, field = p.Field, message = p.Words.In(language) })],
        };
    }
}
