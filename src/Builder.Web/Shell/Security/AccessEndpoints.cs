using System.Security.Claims;

namespace Builder.Web.Shell.Security;

/// <summary>The ways out.</summary>
public static class AccessEndpoints
{
    /// <summary>Signs out the browser that asks; with <c>?everywhere=true</c> all browsers.</summary>
    public const string SignOut = "/api/access/sign-out";

    /// <summary>POST /api/access/sign-out, from a form: leads to the page that says how to get in again.</summary>
    public static void MapAccess(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(SignOut, SignOutAsync);

    private static async Task<IResult> SignOutAsync(HttpContext http, ClaimsPrincipal user, BrowserSessions sessions, bool everywhere = false)
    {
        AccessCookie.Take(http);
        await (everywhere ? sessions.EndAllAsync() : sessions.EndAsync([TicketHandler.SessionOf(user)!]));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Redirect("/", permanent: false, preserveMethod: false);
    }
}
