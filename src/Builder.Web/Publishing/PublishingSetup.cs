namespace Builder.Web.Publishing;

/// <summary>Registers how models are published.</summary>
public static class PublishingSetup
{
    /// <summary>Its services.</summary>
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton<ModelPublisher>();
        services.AddSingleton<ModelKeys>();
        services.AddSingleton<ModelUses>();
    }
}
