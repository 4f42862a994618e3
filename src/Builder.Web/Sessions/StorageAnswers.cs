using Builder.Storage;
using Builder.Web.Shell;

namespace Builder.Web.Sessions;

/// <summary>How endpoints answer where something that is stored cannot be read or written.</summary>
internal static class StorageAnswers
{
    /// <summary>The status that fits an error.</summary>
    public static int StatusOf(StorageException refused) => refused.Code switch
    {
        "NoProject" or "NoRun" => StatusCodes.Status404NotFound,
        "NotAProjectFile" or "NameTooLong" or "NameTaken" or "TooManyVersions" => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status507InsufficientStorage,
    };

    /// <summary>An answer in the reader's language, for whoever follows a link.</summary>
    public static IResult Of(StorageException refused, HttpContext http) => Results.Problem(
        detail: refused.Text.In(UiCookies.Language(http.Request)), statusCode: StatusOf(refused),
        extensions: new Dictionary<string, object?> { ["code"] = refused.Code });

    /// <summary>True for errors of a disk, of which <see cref="StorageProblems.NotSaved"/> knows the words; not where the sender has hung up.</summary>
    public static bool IsOfTheDisk(Exception error, HttpContext http) =>
        error is (IOException or UnauthorizedAccessException) and not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested;
}
