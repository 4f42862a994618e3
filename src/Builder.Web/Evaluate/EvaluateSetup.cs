using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Importances;
using Builder.Web.Evaluate.Rivals;
using Builder.Web.Evaluate.Sizes;

namespace Builder.Web.Evaluate;

/// <summary>Registers the Evaluate page.</summary>
public static class EvaluateSetup
{
    /// <summary>Its services.</summary>
    public static void AddEvaluate(this IServiceCollection services)
    {
        services.AddSingleton<FinishedRunCache>();
        services.AddSingleton<FinishedRunService>();
        services.AddSingleton<DataCautions>();
        services.AddSingleton<ThresholdSwitch>();
        services.AddSingleton<ModelNames>();
        services.AddSingleton<ImportanceRequests>();
        services.AddSingleton<RivalRequests>();
        services.AddSingleton<SizeTrials>();
    }

    /// <summary>Its addresses.</summary>
    public static void MapEvaluate(this IEndpointRouteBuilder endpoints) => endpoints.MapModelDownload();
}
