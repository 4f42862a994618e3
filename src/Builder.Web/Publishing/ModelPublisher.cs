using Builder.Storage;
using Builder.Storage.Publishing;

namespace Builder.Web.Publishing;

/// <summary>Publishes the models of runs.</summary>
public sealed class ModelPublisher(PublishedModelStore store)
{
    /// <summary>Publishes a run's model as the next version under a name.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="name">The name: a new one, or that of a model of the same project.</param>
    /// <param name="title">What a new model is called.</param>
    /// <param name="purpose">What a new model is for; may be empty.</param>
    /// <param name="bundle">The run's model.</param>
    /// <param name="ct">Stops the work; nothing is left behind.</param>
    /// <exception cref="PublishingException">The model cannot be published.</exception>
    /// <exception cref="StorageException">The name is none or another project's, or there is no room.</exception>
    public Task<PublishedModel> PublishAsync(string projectId, string name, string title, string purpose, PublishedBundle bundle, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return PublishingException.CanPublish(bundle.Description)
            ? store.PublishAsync(new(name, projectId, title, purpose, bundle.Run.Id), bundle.WriteAsync, ct)
            : throw PublishingException.NoForm();
    }
}
