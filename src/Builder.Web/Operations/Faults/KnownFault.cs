using System.Text.Json;
using Builder.Graph;
using Builder.Graph.Messages;
using Builder.Storage;
using Builder.Web.Sessions;
using Builder.Web.Shell.Faults;
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
        StorageException storage => new(StorageAnswers.StatusOf(storage), storage.Code, storage.Words),
        BuilderException known => new(StatusCodes.Status422UnprocessableEntity, known.Code, known.Words),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(StatusCodes.Status413PayloadTooLarge, "TooLarge", FaultTexts.TooLarge),
        BadHttpRequestException request => new(request.StatusCode, "BadRequest", FaultTexts.BadRequest),
        JsonException or AntiforgeryValidationException => new(StatusCodes.Status400BadRequest, "BadRequest", FaultTexts.BadRequest),
        IOException or UnauthorizedAccessException when StorageProblems.IsDiskFull(error) || error is UnauthorizedAccessException => Of(StorageProblems.NotSaved(error)),
        _ => null,
    };
}
