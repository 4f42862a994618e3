using Builder.Graph;
using Builder.Graph.Messages;
using Builder.Storage;
using Builder.Storage.Projects;
using Builder.Storage.Publishing;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Publishing;

/// <summary>Hands a run's model to others: one press publishes it under a name, and the link is there.</summary>
public sealed partial class ShareCard
{
    private PublishedModel? _model;
    private string _title = "";
    private string _name = "";
    private Localized? _problem;
    private bool _isRead;
    private bool _isBusy;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The run's model.</summary>
    [Parameter, EditorRequired]
    public required PublishedBundle Bundle { get; set; }

    /// <summary>What the project is about, in its person's words.</summary>
    [Parameter]
    public string? Purpose { get; set; }

    [Inject]
    private PublishedModelStore Store { get; set; } = null!;

    [Inject]
    private ModelPublisher Publisher { get; set; } = null!;

    [Inject]
    private ProjectStore Projects { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await ShowAsync();
        _title = (await Projects.FindAsync(ProjectId))?.Name ?? "";
        _name = await Store.FreshNameAsync(ModelName.From(_title));
        _isRead = true;
    }

    // The one published last: a project rarely has more.
    private async Task ShowAsync() => _model = await Store.ListAsync(ProjectId) is [.., var last] ? last : null;

    private async Task PublishAsync()
    {
        (_isBusy, _problem) = (true, null);
        StateHasChanged();
        try
        {
            _model = await Publisher.PublishAsync(ProjectId, _model?.Name ?? _name.Trim(), _title, Purpose ?? "", Bundle);
        }
        catch (BuilderException refused) when (refused is StorageException or PublishingException)
        {
            _problem = refused.Words;
        }

        _isBusy = false;
    }
}
