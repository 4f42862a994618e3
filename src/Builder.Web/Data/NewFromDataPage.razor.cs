using Builder.Graph;
using Builder.Web.Data.Upload;
using Builder.Web.Layout;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data;

/// <summary>Where a project begins with somebody's own data.</summary>
public sealed partial class NewFromDataPage
{
    private static readonly Localized Title = new("New from my data", "用我的数据新建");

    [Inject]
    private PageAddress Address { get; set; } = null!;

    private Task OpenAsync(UploadedFile file) => Address.GoOnAsync("/new", Place.Address(file.ProjectId, Step.Data));
}
