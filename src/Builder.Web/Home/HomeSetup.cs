using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Home;

/// <summary>Registers the home page.</summary>
public static class HomeSetup
{
    /// <summary>Its services.</summary>
    public static void AddHome(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddServerOptions<PlaceOptions>(configuration);
        services.AddSingleton(s => new ReadyProjects(s.GetRequiredService<PlaceOptions>().TemplatesFolder));
        services.AddSingleton<Thumbnails>();
    }
}
