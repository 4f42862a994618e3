using System.Globalization;
using System.Threading.RateLimiting;
using Builder.Web.Hosting;
using Builder.Web.Hosting.Configuration;
using Builder.Web.Shell.Faults;
using Microsoft.AspNetCore.RateLimiting;

namespace Builder.Web.Operations.Limits;

/// <summary>Limits how often one address may try to get in, send files or ask published models.</summary>
public static partial class RequestLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Its services.</summary>
    public static void AddRequestLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddServerOptions<LimitOptions>(configuration);
        services.AddRateLimiter(limits => limits.OnRejected = RefuseAsync);
        services.AddOptions<RateLimiterOptions>().Configure<LimitOptions>((limits, options) =>
        {
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsLogin(http.Request)
                ? Of("login", http, options.LoginsPerMinute) : RateLimitPartition.GetNoLimiter(""));
            limits.AddPolicy(RequestPolicies.Uploads, http => Of(RequestPolicies.Uploads, http, options.UploadsPerMinute));
            limits.AddPolicy(RequestPolicies.Visitors, http => Of(RequestPolicies.Visitors, http, options.VisitsPerMinute));
            limits.AddPolicy(RequestPolicies.Passwords, http => Of(RequestPolicies.Passwords, http, options.LoginsPerMinute));
        });
    }

    // A token in the address is an attempt to get in: see AccessGate.
    private static bool IsLogin(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("token");

    private static RateLimitPartition<string> Of(string what, HttpContext http, int most) => RateLimitPartition.GetFixedWindowLimiter(
        $"{what} {http.Connection.RemoteIpAddress}", _ => new() { PermitLimit = most, Window = Window });

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken ct)
    {
        var http = context.HttpContext;
        TooOften(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestLimits)), http.Connection.RemoteIpAddress?.ToString());
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var rest) ? rest : Window;
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await FaultPage.AnswerAsync(http, StatusCodes.Status429TooManyRequests, "TooOften", FaultTexts.TooOften);
    }

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning, Message = "Too many requests in a short time from {Address}; they are refused for a while.")]
    private static partial void TooOften(ILogger log, string? address);
}
