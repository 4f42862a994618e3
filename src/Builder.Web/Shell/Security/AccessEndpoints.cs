using System.Security.Claims;

namespace Builder.Web.Shell.Security;

/// <summary>Whether a browser is in, and the ways out.</summary>
public static class AccessEndpoints
{
    /// <summary>Signs out the browser that asks; with <c>?everywhere=true</c> all browsers.</summary>
    public const string SignOut = "/api/access/sign-out";

    /// <summary>
    /// GET /api/access, by which a page whose line was cut learns whether it is still let in; POST /api/access/sign-out, from a form: leads to the page that
    /// says how to get in again.
    /// </summary>
    public static void MapAccess(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/access", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.NoContent();
        });
        endpoints.MapPost(SignOut, SignOutAsync);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, ClaimsPrincipal user, BrowserSessions sessions, bool everywhere = false)
    {
        AccessCookie.Take(http);
        await (everywhere ? sessions.EndAllAsync() : sessions.EndAsync([TicketHandler.SessionOf(user)!]));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Redirect("/", permanent: false, preserveMethod: false);
    }
}
