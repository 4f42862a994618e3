using Builder.Datasets.Import;
using Builder.Storage;
using Builder.Storage.Runs;

namespace Builder.Web.Runs;

/// <summary>Gives the pictures that a run made while it learned.</summary>
public static class RunFilesEndpoint
{
    private const string Picture = ".png";
    private const string Forever = "private, max-age=31536000, immutable";

    /// <summary>GET /api/runs/RUN/files/NAME: PNG files of the run's own folder, nothing else.</summary>
    public static void MapRunFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/runs/{run}/files/{**name}", SendAsync);

    /// <summary>The address of a picture in the folder of a run.</summary>
    public static string AddressOf(string run, string picture) =>
        $"/api/runs/{Uri.EscapeDataString(run)}/files/{string.Join('/', picture.Split('/', '\\').Select(Uri.EscapeDataString))}";

    /// <summary>The file that a name means; null where it is no picture inside the folder, or a link.</summary>
    public static string? Find(string folder, string? name) =>
        name is not null && name.EndsWith(Picture, StringComparison.Ordinal) && ProjectPath.Find(folder, name) is { } file
        && new FileInfo(file) is { Exists: true, LinkTarget: null } ? file : null;

    private static async Task<IResult> SendAsync(string run, string? name, RunStore store, DataFolder data, HttpContext http)
    {
        var known = await store.FindAsync(run, http.RequestAborted);
        if (known is null || Find(data.RunFolder(known.ProjectId, known.Id), name) is not { } file)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = Forever;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(file, "image/png");
    }
}
