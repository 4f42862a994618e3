using Builder.Datasets;
using Builder.Graph;
using Builder.Web.Data.Upload;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data;

/// <summary>The data page of a project that has none: an invitation.</summary>
public sealed partial class EmptyData
{
    private static readonly Localized NothingAtHand = new("Nothing at hand? Take a sample", "手头没有数据？试试示例");

    private SampleFile? _taking;
    private Localized? _fault;

    /// <summary>The project; null makes one of the data.</summary>
    [Parameter]
    public string? ProjectId { get; set; }

    /// <summary>Data have arrived.</summary>
    [Parameter]
    public EventCallback<UploadedFile> OnArrived { get; set; }

    [Inject]
    private SampleFiles Samples { get; set; } = null!;

    private async Task UseAsync(SampleFile sample)
    {
        (_taking, _fault) = (sample, null);
        try
        {
            var language = Ui.Language;
            var file = await Task.Run(() => Samples.UseAsync(sample, ProjectId, language));
            await OnArrived.InvokeAsync(file);
        }
        catch (DataException refused)
        {
            _fault = refused.Words;
        }
        finally
        {
            _taking = null;
        }
    }
}
