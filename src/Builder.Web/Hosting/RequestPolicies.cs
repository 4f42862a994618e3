namespace Builder.Web.Hosting;

/// <summary>Names of the policies that endpoints ask for.</summary>
public static class RequestPolicies
{
    /// <summary>Takes files: one address may send so many a minute.</summary>
    public const string Uploads = "uploads";

    /// <summary>Answers visitors of published models: one address may ask so often a minute.</summary>
    public const string Visitors = "visitors";

    /// <summary>Takes passwords: as attempts to be let in.</summary>
    public const string Passwords = "passwords";
}
