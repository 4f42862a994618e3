using Builder.Graph.Json;
using Builder.Storage;
using Builder.Web.Canvas.Bridge;
using Builder.Web.Canvas.Catalog;
using Builder.Web.Canvas.Editing;
using Builder.Web.Canvas.Inspector;
using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Net.Http.Headers;

namespace Builder.Web.Canvas;

/// <summary>Registers the Model page.</summary>
public static class CanvasSetup
{
    /// <summary>Its services.</summary>
    public static void AddCanvas(this IServiceCollection services)
    {
        services.AddSingleton<ProjectPresence>();
        services.AddScoped<ModelScript>();
        services.AddScoped<CircuitConnection>();
        services.AddScoped<CircuitHandler>(s => s.GetRequiredService<CircuitConnection>());
    }

    /// <summary>Its addresses: the catalog, and the way in for what is too long for the circuit.</summary>
    public static void MapCanvas(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/catalog", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "private, no-cache";
            return Results.Bytes(CatalogJson.Bytes.ToArray(), "application/json", entityTag: new EntityTagHeaderValue(CatalogJson.Tag));
        });
        endpoints.MapGet("/api/projects/{projectId}/project.json", DocumentAsync);
        endpoints.MapPost("/api/projects/{projectId}/canvas", LongMessages.ReceiveAsync);
    }

    private static async Task<IResult> DocumentAsync(string projectId, HttpContext http, ProjectSessions sessions)
    {
        try
        {
            var session = await sessions.OpenAsync(projectId, http.RequestAborted);
            return Results.File(ProjectJson.Write(session.Document), "application/json", "project.json");
        }
        catch (StorageException refused)
        {
            return StorageAnswers.Of(refused);
        }
    }
}
