using Builder.Web.Drawings.Sheets;
using Builder.Web.Shell;
using Microsoft.AspNetCore.ResponseCompression;

namespace Builder.Web.Drawings;

/// <summary>Gives drawings as markup for a page to take in.</summary>
public static class DrawingEndpoint
{
    private const string Route = "/api/projects/{projectId}/drawing";

    /// <summary>The address of a drawing.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="of">The version.</param>
    /// <param name="from">The version that it is compared with; null for none.</param>
    /// <param name="side">Which of both is shown.</param>
    /// <param name="language">The reader's language.</param>
    public static string AddressOf(string projectId, VersionName of, VersionName? from, DrawingSide side, string language) =>
        $"/api/projects/{Uri.EscapeDataString(projectId)}/drawing?of={Uri.EscapeDataString(of.ToString())}"
        + (from is { } other ? $"&from={Uri.EscapeDataString(other.ToString())}&side={side.ToString().ToLowerInvariant()}" : "") + $"&language={language}";

    /// <summary>GET …/drawing?of=VERSION[&amp;from=VERSION&amp;side=both|before|after]: compressed, because it is mostly repetition.</summary>
    public static void MapDrawing(this WebApplication app)
    {
        app.UseWhen(http => http.GetEndpoint()?.Metadata.GetMetadata<Compressed>() is not null, branch => branch.UseResponseCompression());
        app.MapGet(Route, SendAsync).WithMetadata(new Compressed());
    }

    /// <summary>What compression needs. Drawings hold nothing secret beside what somebody else may have chosen, so they may be compressed under TLS as well.</summary>
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    });

    private static async Task<IResult> SendAsync(
        string projectId, string of, string? from, string? side, string? language, DrawnVersions versions, DrawingRenderer renderer, HttpContext http)
    {
        var ct = http.RequestAborted;
        if (VersionName.Parse(of) is not { } name || await versions.FindAsync(projectId, name, ct) is not { } version)
        {
            return Results.NotFound();
        }

        Drawing drawing;
        if (from is null)
        {
            drawing = Drawing.Of(version);
        }
        else if (VersionName.Parse(from) is { } other && await versions.FindAsync(projectId, other, ct) is { } before)
        {
            drawing = Drawing.Compare(before, version, Enum.TryParse<DrawingSide>(side, ignoreCase: true, out var chosen) ? chosen : DrawingSide.Both);
        }
        else
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        var code = language is UiState.Chinese or UiState.English ? language : UiCookies.Language(http.Request);
        return Results.Text(await renderer.RenderAsync(drawing, code), "text/html; charset=utf-8");
    }

    private sealed class Compressed;
}
