namespace Builder.Web.Hosting;

/// <summary>Names of the policies that endpoints ask for.</summary>
public static class RequestPolicies
{
    /// <summary>Takes files: one address may send so many a minute.</summary>
    public const string Uploads = "uploads";
}
