using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;

namespace Builder.Web.Instruments;

/// <summary>Registers the parts that come from MudBlazor: the data grid, the choice among many, dates and times.</summary>
public static class InstrumentsSetup
{
    /// <summary>Their services.</summary>
    public static void AddInstruments(this IServiceCollection services)
    {
        services.AddMudServices(options => options.PopoverOptions.ThrowOnDuplicateProvider = false);
        services.AddScoped<Workbench>();
        services.AddTransient<MudLocalizer, InstrumentTexts>();
        services.RemoveAll<ILocalizationInterceptor>();
        services.AddTransient<ILocalizationInterceptor, WindowLanguage>();
    }
}
