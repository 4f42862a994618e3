using Builder.Graph;
using Builder.Web.Data.Upload;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data;

/// <summary>Where a project begins with somebody's own data.</summary>
public sealed partial class NewFromDataPage
{
    private static readonly Localized Title = new("New from my data", "用我的数据新建");

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private void Open(UploadedFile file) => Navigation.NavigateTo($"projects/{file.ProjectId}/data");
}
