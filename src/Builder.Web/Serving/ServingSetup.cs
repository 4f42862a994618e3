using Builder.Web.Serving.Api;
using Builder.Web.Serving.Page;
using Builder.Web.Serving.Visitors;

namespace Builder.Web.Serving;

/// <summary>Registers what visitors of published models and programs that ask them reach.</summary>
public static class ServingSetup
{
    /// <summary>Its services.</summary>
    public static void AddServing(this IServiceCollection services)
    {
        services.AddSingleton<ServedModels>();
        services.AddSingleton<ServedAnswers>();
        services.AddSingleton<ServedTables>();
        services.AddSingleton<VisitorGate>();
        services.AddSingleton<ApiGate>();
        services.AddSingleton<PredictRequests>();
    }

    /// <summary>Its addresses.</summary>
    public static void MapServing(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapModelPages();
        endpoints.MapModelApi();
    }
}
