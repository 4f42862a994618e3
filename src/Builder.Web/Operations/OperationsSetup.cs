using System.IO.Compression;
using Builder.Web.Operations.Backups;
using Builder.Web.Hosting.Configuration;
using Builder.Web.Operations.Faults;
using Builder.Web.Shell.Faults;
using Builder.Web.Operations.Health;
using Builder.Web.Operations.Limits;
using Builder.Web.Hosting.Logging;
using Builder.Web.Operations.Telemetry;
using Microsoft.AspNetCore.ResponseCompression;

namespace Builder.Web.Operations;

/// <summary>Registers what an operator cares for: errors, limits, health, measurements and copies of the database.</summary>
public static class OperationsSetup
{
    /// <summary>Its services.</summary>
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddLog();
        builder.Services.AddFaults();
        builder.Services.AddRequestLimits(builder.Configuration);
        builder.Services.AddHealth(builder.Configuration);
        builder.AddTelemetry();
        builder.Services.AddServerOptions<BackupOptions>(builder.Configuration);
        builder.Services.AddHostedService<NightlyBackup>();
        builder.Services.AddResponseCompression(options =>
        {
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, ApiProblem.ContentType, "text/csv"];
        });
        // Pages and the catalog are made for each answer: what counts is how soon they are there.
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>What every request goes through before anything else.</summary>
    public static void UseOperations(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseLog();
        app.UseFaults();
        app.UseResponseCompression();
    }

    /// <summary>Its addresses.</summary>
    public static void MapOperations(this WebApplication app) => app.MapHealth();
}
