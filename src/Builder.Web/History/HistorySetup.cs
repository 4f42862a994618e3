namespace Builder.Web.History;

/// <summary>Registers the history page.</summary>
public static class HistorySetup
{
    /// <summary>Its services.</summary>
    public static void AddHistory(this IServiceCollection services) => services.AddSingleton<TimeLine>();
}
