using Builder.Graph.Documents;
using Builder.Protocol;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Page;
using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Runs;

public sealed class TrainPageTests : RunPageContext
{
    private RunStore Store => Services.GetRequiredService<RunStore>();

    [Fact]
    public async Task A_window_without_a_chosen_run_stays_with_the_one_that_is_under_way_when_another_window_queues_one()
    {
        var project = (await Services.GetRequiredService<ProjectStore>().CreateAsync(ProjectDocument.Create("Flowers"))).Id;
        var watched = await TellAsync((await NewAsync(project)).Id, RunState.Running);
        var window = Render<TrainPage>(p => p.Add(t => t.ProjectId, project));
        window.WaitForElement($".run-panel[data-run='{watched.Id}'] [data-testid=stop]", Patience);

        var queued = await NewAsync(project);
        await Services.GetRequiredService<RunFeed>().TellAsync(queued);
        window.WaitForElement($".run-row[data-run='{queued.Id}']", Patience);
        Assert.NotEmpty(window.FindAll($".run-panel[data-run='{watched.Id}'] [data-testid=stop]"));

        await TellAsync(watched.Id, RunState.Finished);
        await TellAsync(queued.Id, RunState.Running);
        window.WaitForElement($".run-panel[data-run='{queued.Id}']", Patience);
    }

    private Task<RunSummary> NewAsync(string project) => Store.CreateAsync(new(project, ProjectDocument.Create("Flowers"), 0));

    private async Task<RunSummary> TellAsync(string run, RunState state)
    {
        var told = await Store.UpdateAsync(run, new() { State = state });
        await Services.GetRequiredService<RunFeed>().TellAsync(told);
        return told;
    }
}
