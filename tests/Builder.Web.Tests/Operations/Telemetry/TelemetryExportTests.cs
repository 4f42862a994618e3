using System.Collections.Concurrent;
using System.Text;
using Builder.Graph.Documents;
using Builder.Storage.Projects;
using Builder.Tests.Order;
using Builder.Web.Sessions;
using Builder.Web.Tests.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Operations.Telemetry;

/// <summary>What is sent is that of the whole process: no other server may export meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class TelemetryExportTests
{
    [Fact]
    public async Task Measurements_and_traces_go_to_the_endpoint_that_is_named_without_names_of_people_s()
    {
        await using var receiver = await Receiver.StartAsync();
        await using (var server = new HostedServer(new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }))
        {
            var browser = await server.BrowserAsync();
            var project = await server.Get<ProjectStore>().CreateAsync(ProjectDocument.Create("first"));
            var session = await server.Get<ProjectSessions>().OpenAsync(project.Id);
            await session.ApplyAsync(SessionsFixture.Rename("Marker-77"));
            using var page = await browser.GetAsync("/api/catalog?word=Marker-77");
        }

        // The program's own thread may still be sending when the test's server is gone.
        await receiver.UntilBothAsync();
        Assert.Contains("builder.edit.duration", receiver.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("edit", receiver.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("/api/catalog", receiver.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.DoesNotContain("Marker-77", receiver.Received("/v1/metrics") + receiver.Received("/v1/traces"), StringComparison.Ordinal);
    }

    /// <summary>Takes in what is exported, on a free port of this machine.</summary>
    private sealed class Receiver(WebApplication app, ConcurrentDictionary<string, string> bodies) : IAsyncDisposable
    {
        public string Address => app.Urls.Single();

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var bodies = new ConcurrentDictionary<string, string>();
            app.Run(async http =>
            {
                using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
                var body = await reader.ReadToEndAsync();
                bodies.AddOrUpdate(http.Request.Path.Value!, body, (_, before) => before + body);
            });
            await app.StartAsync();
            return new(app, bodies);
        }

        public async Task UntilBothAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!(bodies.ContainsKey("/v1/metrics") && bodies.ContainsKey("/v1/traces")))
            {
                await Task.Delay(20, limit.Token);
            }
        }

        public string Received(string path) => bodies.GetValueOrDefault(path, "");

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
