using Builder.Storage.Publishing;
using Builder.Web.Publishing;
using Builder.Web.Tests.Use;
using Builder.Web.Use.Models;

namespace Builder.Web.Tests.Serving;

/// <summary>Publishes the models that tests share, each under a name of its own.</summary>
internal static class PublishedModels
{
    private static int _count;

    /// <summary>Publishes a model and says its name.</summary>
    public static async Task<string> PublishAsync(this TrainedModels trained, UseModel model, string purpose = "Tells <b>flowers</b> apart.")
    {
        var name = $"tested-{Interlocked.Increment(ref _count)}";
        await trained.Get<ModelPublisher>().PublishAsync(model.ProjectId, name, "Flowers & <more>", purpose, BundleOf(model), TestContext.Current.CancellationToken);
        return name;
    }

    public static PublishedBundle BundleOf(UseModel model) => new(model.Run, model.Description, model.Picture);

    public static PublishedModelStore Store(this TrainedModels trained) => trained.Get<PublishedModelStore>();

    /// <summary>Somebody who was never let in.</summary>
    public static HttpClient Visitor(this TrainedModels trained, string language = "en")
    {
        var visitor = trained.CreateClient(new() { AllowAutoRedirect = false });
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        visitor.DefaultRequestHeaders.Add("Accept-Language", language);
        visitor.DefaultRequestHeaders.Add("Accept", "text/html");
        return visitor;
    }
}
