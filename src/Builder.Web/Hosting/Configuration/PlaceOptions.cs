using Builder.Storage;

namespace Builder.Web.Hosting.Configuration;

/// <summary>Where the server finds things.</summary>
[Settings("Builder")]
public sealed record PlaceOptions
{
    /// <summary>The data folder; null for "builder" in the user's own data folder.</summary>
    [Setting(DataFolder.Variable)]
    public string? Home { get; init; }

    /// <summary>The folder that holds a folder for each ready project; null for "templates" beside the program.</summary>
    [Setting("BUILDER_TEMPLATES")]
    public string? Templates { get; init; }

    /// <summary>The folder of the ready projects, whoever names it.</summary>
    public string TemplatesFolder => Templates ?? Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>The data folder, whoever names it.</summary>
    /// <exception cref="StorageException">It cannot be used.</exception>
    public DataFolder OpenHome() => Home is { } named ? new DataFolder(named) : DataFolder.Default();
}
