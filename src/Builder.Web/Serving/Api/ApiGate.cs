using System.Globalization;
using System.Threading.RateLimiting;
using Builder.Graph;
using Builder.Storage;
using Builder.Web.Operations.Limits;
using Builder.Web.Publishing;
using Builder.Web.Shell.Faults;

namespace Builder.Web.Serving.Api;

/// <summary>Decides which programs may ask a published model: all where it is open to everybody, otherwise those that bring a key of that model.</summary>
public sealed class ApiGate : IDisposable
{
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ServedModels _models;
    private readonly ModelKeys _keys;
    private readonly PartitionedRateLimiter<string> _byKey;

    /// <summary>Lets each key ask so often a minute.</summary>
    public ApiGate(ServedModels models, ModelKeys keys, LimitOptions limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        (_models, _keys) = (models, keys);
        _byKey = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new() { PermitLimit = limits.KeyCallsPerMinute, Window = Window }));
    }

    /// <summary>Answers where the program may ask, and refuses in words where it may not.</summary>
    public async Task<IResult> WithAsync(HttpContext http, string name, Func<ServedModel, Task<IResult>> answer)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(answer);
        http.Response.Headers.CacheControl = "no-store";
        if (await _models.FindAsync(name, http.RequestAborted) is not { } served)
        {
            return new ApiProblem(StatusCodes.Status404NotFound, "NoModel", ServingTexts.Unknown);
        }

        if (!served.Published.IsOn)
        {
            return new ApiProblem(StatusCodes.Status403Forbidden, "ModelOff", ServingTexts.Off);
        }

        if (KeyOf(http.Request) is not { } said)
        {
            return served.Published.Access == ModelAccess.Open ? await answer(served) : Unknown(http, "KeyNeeded", ServingTexts.KeyNeeded);
        }

        if (await _keys.FindAsync(name, said, http.RequestAborted) is not { } key)
        {
            return Unknown(http, "WrongKey", ServingTexts.WrongKey);
        }

        using var lease = _byKey.AttemptAcquire(key.Id);
        if (lease.IsAcquired)
        {
            return await answer(served);
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var rest) ? rest : Window;
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new ApiProblem(StatusCodes.Status429TooManyRequests, "TooOften", ServingTexts.KeyTooOften);
    }

    /// <inheritdoc/>
    public void Dispose() => _byKey.Dispose();

    private static string? KeyOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } said] && said.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? said[Bearer.Length..].Trim() : null;

    private static ApiProblem Unknown(HttpContext http, string code, Localized words)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return new(StatusCodes.Status401Unauthorized, code, words);
    }
}
