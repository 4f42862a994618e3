using Builder.Web.Data.Pictures;
using Builder.Web.Data.Upload;
using Builder.Web.Hosting.Configuration;
using Builder.Web.Pictures;

namespace Builder.Web.Data;

/// <summary>Registers the data page and what it needs.</summary>
public static class DataSetup
{
    /// <summary>Its services.</summary>
    public static void AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddServerOptions<PlaceOptions>(configuration);
        services.AddServerOptions<UploadLimits>(configuration);
        services.AddSingleton<DataInspections>();
        services.AddSingleton<PictureThumbnails>();
        services.AddSingleton<PictureChecks>();
        services.AddSingleton<PictureChecker>();
        services.AddSingleton<CopyFinder>();
        services.AddSingleton<ThumbnailQueue>();
        services.AddSingleton(ThumbnailBudget.Usual);
        services.AddHostedService<ThumbnailMaker>();
        services.AddSingleton(s => new SampleFiles(
            s.GetRequiredService<PlaceOptions>().TemplatesFolder, s.GetRequiredService<UploadService>(), s.GetRequiredService<Sessions.ProjectSessions>()));
        services.AddSingleton<TableClient>();
        services.AddSingleton<UploadService>();
    }

    /// <summary>Its addresses.</summary>
    public static void MapData(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapUploads();
        endpoints.MapPictures();
        endpoints.MapUnreadable();
    }
}
