namespace Builder.Web.Home;

/// <summary>Registers the home page.</summary>
public static class HomeSetup
{
    /// <summary>Its services.</summary>
    public static void AddHome(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new ReadyProjects(configuration["BUILDER_TEMPLATES"] ?? Path.Combine(AppContext.BaseDirectory, "templates")));
        services.AddSingleton<Thumbnails>();
    }
}
