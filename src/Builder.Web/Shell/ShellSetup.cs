namespace Builder.Web.Shell;

/// <summary>Registers the frame around all pages.</summary>
public static class ShellSetup
{
    /// <summary>Its services.</summary>
    public static void AddShell(this IServiceCollection services) => services.AddScoped<UiState>();

    /// <summary>What every request goes through.</summary>
    public static void UseShell(this WebApplication app) => app.UseStatusCodePagesWithReExecute("/not-found");

    /// <summary>Its addresses.</summary>
    public static void MapShell(this WebApplication app) => app.MapGet("/api/health", () => Results.Text("ok"));
}
