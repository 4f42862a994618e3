using Builder.Web.Shell;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Builder.Web.Drawings;

/// <summary>Registers read-only drawings.</summary>
public static class DrawingsSetup
{
    /// <summary>Their services.</summary>
    public static void AddDrawings(this IServiceCollection services)
    {
        services.TryAddSingleton<StaticMarkup>();
        services.AddSingleton<DrawingRenderer>();
        services.AddSingleton<DrawnVersions>();
        services.AddCompression();
    }

    /// <summary>Their addresses.</summary>
    public static void MapDrawings(this WebApplication app) => app.MapDrawing();
}
