namespace Builder.Web.Shell;

/// <summary>The one folder that everything a person makes is kept in.</summary>
public static class DataFolder
{
    /// <summary>The folder: BUILDER_HOME, or else "builder" in the user's data directory.</summary>
    public static string Of(IConfiguration configuration) => configuration["BUILDER_HOME"] is { Length: > 0 } home
        ? home : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "builder");
}
