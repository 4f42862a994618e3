using Builder.Storage;
using Builder.Web.Shell.Faults;

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

    /// <summary>An answer with the status that fits.</summary>
    public static ApiProblem Of(StorageException refused) => new(StatusOf(refused), refused.Code, refused.Words);

    /// <summary>True for errors of a disk, of which <see cref="StorageProblems.NotSaved"/> knows the words; not where the sender has hung up.</summary>
    public static bool IsOfTheDisk(Exception error, HttpContext http) =>
        error is (IOException or UnauthorizedAccessException) and not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested;
}
