using Builder.Storage;
using Builder.Web.Hosting.Configuration;
using Builder.Web.Runners;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;
using Builder.Web.Use.Tables;

namespace Builder.Web.Use;

/// <summary>Registers the Use page.</summary>
public static class UseSetup
{
    /// <summary>Its services. The runner is the one that trains.</summary>
    public static void AddUse(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddServerOptions<UseOptions>(configuration);
        services.AddSingleton(provider =>
        {
            var (options, runner) = (provider.GetRequiredService<UseOptions>(), provider.GetRequiredService<RunnerOptions>());
            return new WarmModelOptions(runner.Program, options.ModelIdle, options.MostModels, runner.Surroundings);
        });
        services.AddSingleton(provider => new ModelPool(
            provider.GetRequiredService<WarmModelOptions>(), provider.GetRequiredService<ILogger<ModelPool>>(), provider.GetService<TimeProvider>()));
        services.AddSingleton(provider => new UseFiles(provider.GetRequiredService<DataFolder>(), provider.GetService<TimeProvider>()));
        services.AddSingleton<TablePrediction>();
        services.AddSingleton<PicturePrediction>();
    }

    /// <summary>Its addresses.</summary>
    public static void MapUse(this IEndpointRouteBuilder endpoints) => endpoints.MapUseFiles();
}
