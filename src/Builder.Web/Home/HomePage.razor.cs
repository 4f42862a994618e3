using Builder.Storage.Projects;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Home;

/// <summary>All projects, those that come with the product first.</summary>
public sealed partial class HomePage
{
    [Inject]
    private ReadyProjects Ready { get; set; } = null!;

    [Inject]
    private ProjectStore Projects { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private async Task Open(string name)
    {
        var document = Ready.List().Single(r => r.Name == name).Document;
        var project = await Projects.CreateAsync(document, name, (folder, _) => Task.Run(() => Ready.CopyTo(name, folder), CancellationToken.None));
        Navigation.NavigateTo($"projects/{project.Id}/model");
    }
}
