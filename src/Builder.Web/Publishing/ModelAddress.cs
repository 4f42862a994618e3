namespace Builder.Web.Publishing;

/// <summary>Where a published model answers.</summary>
public static class ModelAddress
{
    /// <summary>Pages, as a pattern for routes.</summary>
    public const string PageRoute = "/m/{name}";

    /// <summary>What programs ask, as a pattern for routes.</summary>
    public const string ApiRoute = "/api/models/{name}";

    /// <summary>Where programs ask, below <see cref="ApiRoute"/>.</summary>
    public const string PredictBelowApi = "/predict";

    /// <summary>The path of its page.</summary>
    public static string Page(string name) => Of(PageRoute, name);

    /// <summary>The path at which programs learn what it takes and gives.</summary>
    public static string Api(string name) => Of(ApiRoute, name);

    /// <summary>The path at which programs ask it.</summary>
    public static string Predict(string name) => Of(ApiRoute + PredictBelowApi, name);

    // A name that comes in with a request may hold anything.
    private static string Of(string route, string name) => route.Replace("{name}", Uri.EscapeDataString(name), StringComparison.Ordinal);
}
