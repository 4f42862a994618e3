using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Builder.Web.Use.Tables;

namespace Builder.Web.Use;

/// <summary>Registers the Use page.</summary>
public static class UseSetup
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    /// <summary>Its services. BUILDER_RUNNER names the runner's program; without it, it lies beside the server.</summary>
    public static void AddUse(this IServiceCollection services, IConfiguration configuration)
    {
        var runner = configuration["BUILDER_RUNNER"] is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "builder-runner");
        services.AddSingleton(new WarmModelOptions(runner, Idle));
        services.AddSingleton(provider => new WarmModels(provider.GetRequiredService<WarmModelOptions>(), provider.GetService<TimeProvider>()));
        services.AddSingleton(provider => new UseFiles(provider.GetService<TimeProvider>()));
        services.AddSingleton<TablePrediction>();
    }

    /// <summary>Its addresses.</summary>
    public static void MapUse(this IEndpointRouteBuilder endpoints) => endpoints.MapUseFiles();
}
