using System.Text.Json;
using Builder.Datasets;
using Builder.Graph;
using Builder.Storage;
using Builder.Web.Sessions;
using Builder.Web.Shell.Faults;
using Builder.Web.Use.Models;
using Microsoft.AspNetCore.Antiforgery;

namespace Builder.Web.Operations.Faults;

/// <summary>What an error means for whoever asked: a status, a code and words.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable name of the reason.</param>
/// <param name="Words">What is wrong, and what can be done.</param>
internal sealed record KnownFault(int Status, string Code, Localized Words)
{
    /// <summary>The meaning of an error; null for one that nobody foresaw.</summary>
    public static KnownFault? Of(Exception error) => error switch
    {
        StorageException storage => new(StorageAnswers.StatusOf(storage), storage.Code, storage.Text),
        DataException data => new(StatusCodes.Status422UnprocessableEntity, data.Code, data.Text),
        ModelException model => new(StatusCodes.Status422UnprocessableEntity, model.Code, model.Words),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(StatusCodes.Status413PayloadTooLarge, "TooLarge", FaultTexts.TooLarge),
        BadHttpRequestException request => new(request.StatusCode, "BadRequest", FaultTexts.BadRequest),
        JsonException or AntiforgeryValidationException => new(StatusCodes.Status400BadRequest, "BadRequest", FaultTexts.BadRequest),
        IOException or UnauthorizedAccessException when StorageProblems.IsDiskFull(error) || error is UnauthorizedAccessException => Of(StorageProblems.NotSaved(error)),
        _ => null,
    };
}
