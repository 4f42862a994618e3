namespace Builder.Storage.Publishing;

/// <summary>A model that others may use under a name.</summary>
/// <param name="Name">Its name in addresses; see <see cref="ModelName"/>.</param>
/// <param name="ProjectId">The project that it was published from. It may be gone: what is published lives on without it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Purpose">What it is for, in the words of the person who published it; empty where nobody said.</param>
/// <param name="IsOn">False where it was switched off: then nobody gets an answer.</param>
/// <param name="Access">Who may use it.</param>
/// <param name="PasswordHash">The hash of its password; null where it never had one.</param>
/// <param name="Current">Number of the version that answers.</param>
/// <param name="CreatedAt">When its first version was published.</param>
/// <param name="Versions">Its versions, the newest first; never empty.</param>
public sealed record PublishedModel(
    string Name, string ProjectId, string Title, string Purpose, bool IsOn, ModelAccess Access, string? PasswordHash, int Current, DateTimeOffset CreatedAt,
    IReadOnlyList<ModelVersion> Versions)
{
    /// <summary>The version that answers.</summary>
    public ModelVersion CurrentVersion => Versions.First(v => v.Number == Current);
}

/// <summary>A run's model as it was when it was published: a copy that no longer depends on the run or its project.</summary>
/// <param name="Number">Counts the versions of a model from 1.</param>
/// <param name="RunId">The run.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Folder">The folder of the copy, as an absolute path.</param>
public sealed record ModelVersion(int Number, string RunId, DateTimeOffset PublishedAt, string Folder);

/// <summary>A version to publish.</summary>
/// <param name="Name">The model's name in addresses: a new one, or that of a model of the same project.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="Title">What a new model is called.</param>
/// <param name="Purpose">What a new model is for.</param>
/// <param name="RunId">The run.</param>
public sealed record NewModelVersion(string Name, string ProjectId, string Title, string Purpose, string RunId);
