using Builder.Web.Shell;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Builder.Web.Reports;

/// <summary>Registers reports of runs.</summary>
public static class ReportsSetup
{
    /// <summary>Their services.</summary>
    public static void AddReports(this IServiceCollection services)
    {
        services.TryAddSingleton<StaticMarkup>();
        services.AddSingleton<RunReports>();
        services.AddSingleton<ReportRenderer>();
    }

    /// <summary>Their addresses.</summary>
    public static void MapReports(this IEndpointRouteBuilder endpoints) => endpoints.MapReport();
}
