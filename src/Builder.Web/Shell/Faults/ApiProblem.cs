using Builder.Graph;

namespace Builder.Web.Shell.Faults;

/// <summary>
/// The one body with which every endpoint refuses: RFC 9457's problem details, whose <c>detail</c> says in the reader's language what is wrong
/// and what can be done; beside it <c>code</c>, a stable name of the reason, and, where the log knows more, <c>reference</c>.
/// </summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Stable name of the reason, such as "DiskFull".</param>
/// <param name="words">What is wrong, and what can be done.</param>
/// <param name="reference">The number under which the log tells more.</param>
public sealed class ApiProblem(int status, string code, Localized words, string? reference = null) : IResult
{
    /// <summary>Content type of the body.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>What is wrong in detail, where there is more than one thing; null where the words say all.</summary>
    public IReadOnlyList<object>? Errors { get; init; }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var more = new Dictionary<string, object?> { ["code"] = code };
        if (reference is not null)
        {
            more["reference"] = reference;
        }

        if (Errors is not null)
        {
            more["errors"] = Errors;
        }

        httpContext.Response.Headers.CacheControl = "no-store";
        return Results.Problem(words.In(UiCookies.Language(httpContext.Request)), statusCode: status, extensions: more).ExecuteAsync(httpContext);
    }
}
