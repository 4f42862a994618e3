using Builder.Graph;
using Builder.Web.Data.Upload;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data;

/// <summary>The data page of a project that has none: an invitation.</summary>
public sealed partial class EmptyData
{
    private static readonly Localized NothingAtHand = new("Nothing at hand? Take a sample", "手头没有数据？试试示例");

    private bool _busy;

    /// <summary>The project; null makes one of the data.</summary>
    [Parameter]
    public string? ProjectId { get; set; }

    /// <summary>Data have arrived.</summary>
    [Parameter]
    public EventCallback<UploadedFile> OnArrived { get; set; }

    [CascadingParameter]
    private UiState Ui { get; set; } = null!;

    [Inject]
    private SampleFiles Samples { get; set; } = null!;

    [Inject]
    private UploadService Uploads { get; set; } = null!;

    private async Task UseAsync(SampleFile sample)
    {
        _busy = true;
        try
        {
            await using var content = SampleFiles.Open(sample);
            var file = ProjectId is { } id
                ? await Uploads.AddAsync(id, content, sample.File, null, Ui.Language, CancellationToken.None)
                : await Uploads.CreateAsync(content, sample.File, Ui.Language, CancellationToken.None);
            await OnArrived.InvokeAsync(file);
        }
        finally
        {
            _busy = false;
        }
    }
}
