using Builder.Web.Shell.Faults;
using Builder.Web.Shell.Connection;
using Builder.Web.Shell.Parts;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server;

namespace Builder.Web.Shell;

/// <summary>Registers the frame around all pages.</summary>
public static class ShellSetup
{
    /// <summary>Its services.</summary>
    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.AddSecurity();
        builder.Services.AddScoped<UiState>();
        builder.Services.AddCascadingValue(CascadeUi);
        builder.Services.AddScoped<ShellScript>();
        builder.Services.AddScoped<PageAddress>();
        builder.Services.AddScoped<Toasts>();
        builder.Services.AddScoped<Dialogs>();
        builder.Services.AddSingleton<StepMarks>();
        builder.Services.AddSingleton<ServerIdentity>();
        // A laptop that was closed over lunch finds its windows as they were.
        builder.Services.Configure<CircuitOptions>(options => options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(30));
    }

    /// <summary>What every request goes through.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseSecurity();
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseApiProblems();
    }

    /// <summary>Its addresses.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.MapAccess();
        app.MapGet("/api/health", (ServerIdentity server, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.Text(server.Id);
        }).AllowAnonymous();
    }

    // Whoever shows words is told when the language changes, and only then.
    private static CascadingValueSource<UiState> CascadeUi(IServiceProvider services)
    {
        var ui = services.GetRequiredService<UiState>();
        var source = new CascadingValueSource<UiState>(ui, isFixed: false);
        var log = services.GetRequiredService<ILogger<UiState>>();
        ui.Changed += () => Background.Run(source.NotifyChangedAsync(), log, "show another language or theme");
        return source;
    }
}
