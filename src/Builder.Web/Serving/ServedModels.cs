using System.Collections.Concurrent;
using Builder.Storage.Publishing;
using Builder.Web.Publishing;
using Builder.Web.Use.Models;

namespace Builder.Web.Serving;

/// <summary>A published model with what its current version takes and gives.</summary>
/// <param name="Published">What was published.</param>
/// <param name="Model">The current version, to be asked.</param>
public sealed record ServedModel(PublishedModel Published, UseModel Model);

/// <summary>The published models, as visitors ask them. Who may ask is decided elsewhere.</summary>
public sealed class ServedModels(PublishedModelStore store)
{
    private const int MostKept = 100;

    // A version never changes: what was read of it holds.
    private readonly ConcurrentDictionary<string, UseModel> _read = new(StringComparer.Ordinal);

    /// <summary>The model of a name; null where there is none, or its files are gone.</summary>
    public async Task<ServedModel?> FindAsync(string name, CancellationToken ct = default)
    {
        if (!ModelName.IsValid(name) || await store.FindAsync(name, ct) is not { } published)
        {
            return null;
        }

        var version = published.CurrentVersion;
        if (!_read.TryGetValue(version.Folder, out var model) && await Task.Run(() => Read(version), ct) is { } read)
        {
            if (_read.Count >= MostKept)
            {
                _read.Clear();
            }

            model = _read[version.Folder] = read;
        }

        return model is null ? null : new(published, model);
    }

    // Each version has a place of its own among the models that are kept warm: its folder's name, which is no project's.
    private static UseModel? Read(ModelVersion version) => PublishedBundle.Read(version) is { } bundle
        ? UseModel.Of(Path.GetFileName(version.Folder), bundle.Run, bundle.Description, bundle.Picture) : null;
}
