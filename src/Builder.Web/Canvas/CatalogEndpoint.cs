using Builder.Graph.Catalog;

namespace Builder.Web.Canvas;

/// <summary>Tells the browser what kinds of blocks there are.</summary>
public static class CatalogEndpoint
{
    /// <summary>GET /api/catalog.</summary>
    public static void MapCatalog(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/catalog", () => BlockCatalog.Kinds.Select(k => new { k.Id, Family = k.Family.ToString(), k.Title, k.Help }));
}
