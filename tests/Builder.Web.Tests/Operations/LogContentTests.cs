using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Builder.Graph.Documents;
using Builder.Protocol;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;
using Builder.Web.Sessions;
using Builder.Web.Tests.Sessions;
using Builder.Web.Use.Models;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Operations;

public sealed class LogContentTests
{
    private const string Marker = "Zaphodia";

    [Fact]
    public void Every_entry_has_a_number_of_its_own()
    {
        var entries = typeof(Program).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", Entry: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(method => method.Entry is not null)
            .ToList();

        Assert.True(entries.Count > 15);
        Assert.All(entries, entry => Assert.True(entry.Entry!.EventId > 0, $"{entry.Name} has no EventId."));
        Assert.Empty(entries.GroupBy(entry => entry.Entry!.EventId).Where(same => same.Count() > 1).Select(same => string.Join(" and ", same.Select(e => e.Name))));
    }

    [Fact]
    public async Task Nothing_of_people_s_data_stands_in_the_log_from_upload_to_prediction_whatever_goes_wrong()
    {
        await using var server = new HostedServer();
        var browser = await server.BrowserAsync();
        var project = await MakeProjectAsync(server);
        await TellAsync(server, browser, project);
        await BreakAsync(server, browser, project);
        var run = await TrainAsync(server, project);
        await PredictAsync(server, project, run);

        var log = server.Log;
        Assert.DoesNotContain(Marker, log, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[1001]", log, StringComparison.Ordinal);
        Assert.Contains("[4001]", log, StringComparison.Ordinal);
        Assert.Contains("[4002]", log, StringComparison.Ordinal);
        Assert.Contains($"Run {run} went from Running to Finished. ProjectId={project} RunId={run}", log, StringComparison.Ordinal);
        Assert.Contains("[6001]", log, StringComparison.Ordinal);
        Assert.Contains("[8001]", log, StringComparison.Ordinal);
    }

    // Flowers whose names, file and project are all somebody's.
    private static async Task<string> MakeProjectAsync(HostedServer server)
    {
        var document = ReadyProject.Read("iris") with { Name = $"Project {Marker}" };
        var project = (await server.Get<ProjectStore>().CreateAsync(document, "iris", (folder, _) => ReadyProject.FillAsync("iris", folder))).Id;
        foreach (var table in Directory.EnumerateFiles(server.Get<ProjectSessions>().FolderOf(project), "*.csv"))
        {
            File.WriteAllText(table, Regex.Replace(File.ReadAllText(table), "setosa", Marker));
        }

        return project;
    }

    private static async Task TellAsync(HostedServer server, HttpClient browser, string project)
    {
        await SendAsync(browser, $"/api/projects/from-file?name={Marker}.csv", $"a,{Marker}\n1,{Marker}\n2,{Marker} too\n");
        await SendAsync(browser, $"/api/projects/{project}/files?name={Marker}.exe", $"MZ{Marker}");
        await SendAsync(browser, $"/api/projects/{project}/files?name={Marker}.csv", $"\"{Marker}");
        var session = await server.Get<ProjectSessions>().OpenAsync(project);
        await session.ApplyAsync(SessionsFixture.Rename($"{Marker} again"));
        await session.ApplyAsync(new("gone", 0, _ => new RemoveBlock(Marker), Marker));
    }

    private static async Task BreakAsync(HostedServer server, HttpClient browser, string project)
    {
        server.Fault = () => new FormatException($"'{Marker}' is no number", new IOException($"{Marker}.csv"));
        using var broken = await browser.GetAsync($"/api/broken?name={Marker}");
        using var canvas = await browser.PostAsync($"/api/projects/{project}/canvas", new StringContent($$"""{"type":"{{Marker}}"}""", Encoding.UTF8, "application/json"));
        using var import = await browser.PostAsync("/api/projects/import", new StringContent(Marker));
        using var picture = await browser.PostAsync($"/api/projects/{project}/use/files?kind=picture&name={Marker}.png", new StringContent(Marker));
        using var nowhere = await browser.GetAsync($"/projects/{Marker}/train");
        using var guess = await server.Stranger().GetAsync($"/?token={Marker}");
    }

    private static async Task<string> TrainAsync(HostedServer server, string project)
    {
        var document = TrainerEdits.With((await server.Get<ProjectSessions>().OpenAsync(project)).Document, "epochs", 2);
        var over = new TaskCompletionSource<RunSummary>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(RunSummary run)
        {
            if (run.ProjectId == project && run.State.IsOver())
            {
                over.TrySetResult(run);
            }
        }

        server.Get<RunFeed>().StatusChanged += Look;
        await server.Get<RunSupervisor>().StartAsync(new(project, document, 1, Devices.Cpu, $"Run {Marker}"));
        var run = await over.Task.WaitAsync(TimeSpan.FromMinutes(2));
        server.Get<RunFeed>().StatusChanged -= Look;
        Assert.True(run.State == RunState.Finished, run.Reason?.Words.En);
        return run.Id;
    }

    private static async Task PredictAsync(HostedServer server, string project, string run)
    {
        var bundle = server.Get<FinishedRunService>().Find(project, run)!.Bundle;
        await Assert.ThrowsAnyAsync<Exception>(() => server.Get<ModelPool>().AskAsync(project, bundle, id => new RunnerCommand.Predict(id, [new Dictionary<string, Cell> { ["sepal_length"] = Marker }])));
    }

    private static async Task SendAsync(HttpClient browser, string address, string content)
    {
        using var answer = await browser.PostAsync(address, new StringContent(content));
    }
}
