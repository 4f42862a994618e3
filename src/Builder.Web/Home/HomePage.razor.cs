using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Home;

/// <summary>All projects, those that come with the product first.</summary>
public sealed partial class HomePage
{
    [Inject]
    private ReadyProjects Ready { get; set; } = null!;

    [Inject]
    private ProjectSessions Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private void Open(string name)
    {
        var id = $"{name}-{Guid.NewGuid().ToString("N")[..8]}";
        Ready.CopyTo(name, Sessions.FolderOf(id));
        Navigation.NavigateTo($"projects/{id}/model");
    }
}
