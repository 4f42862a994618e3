using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Builder.Graph.Documents;
using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Storage.Runs;
using Builder.Tests.Order;
using Builder.Web.Hosting.Telemetry;
using Builder.Web.Operations.Telemetry;
using Builder.Web.Runs.Feed;
using Builder.Web.Tests.Sessions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Hosting.Telemetry;

/// <summary>The meter is one for the whole process: nothing else may measure meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class ServerMetricsTests : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _measured = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly MeterListener _listener = new();
    private readonly ActivityListener _spanListener;

    public ServerMetricsTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ServerMetrics.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
        _spanListener = new()
        {
            ShouldListenTo = source => source.Name == ServerMetrics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_spanListener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _spanListener.Dispose();
    }

    [Fact]
    public async Task An_edit_is_measured_from_its_arrival_to_the_disk_and_one_that_is_refused_is_told_apart()
    {
        await using var sessions = new SessionsFixture();
        var session = await sessions.NewAsync();
        await session.ApplyAsync(SessionsFixture.Rename("other"));
        await session.ApplyAsync(new("r", 0, _ => new RemoveBlock("nowhere"), "tester"));
        await session.UndoAsync("u", "tester");

        var edits = _measured.Where(m => m.Instrument == "builder.edit.duration").ToList();
        Assert.Equal(["outcome=done", "outcome=refused", "outcome=done"], edits.Select(e => e.Tags));
        Assert.All(edits, edit => Assert.InRange(edit.Value, 1e-6, 60));
        Assert.Equal([1, -1, 1, -1, 1, -1], Values("builder.edit.waiting"));
        Assert.Equal(["edit", "edit", "edit"], _spans.Select(s => s.OperationName));
    }

    [Fact]
    public async Task A_run_is_counted_from_state_to_state_started_once_ended_once_and_traced()
    {
        var root = Directory.CreateTempSubdirectory("builder-metrics-").FullName;
        using (var database = BuilderDatabase.Open(new DataFolder(root)))
        {
            var store = new RunStore(database, TimeProvider.System);
            var feed = new RunFeed(store, database.Folder, TimeProvider.System, NullLogger<RunFeed>.Instance);
            var telemetry = new RunTelemetry(feed, NullLogger<RunTelemetry>.Instance);
            await telemetry.StartAsync(CancellationToken.None);
            var document = ProjectDocument.Create("runs");
            var project = await new ProjectStore(database, TimeProvider.System).CreateAsync(document);
            var run = await store.CreateAsync(new(project.Id, document, 0));
            await feed.TellAsync(run);
            foreach (var state in new[] { RunState.Preparing, RunState.Running, RunState.Running, RunState.Paused, RunState.Running, RunState.Finished })
            {
                await feed.TellAsync(await store.UpdateAsync(run.Id, new() { State = state }));
            }

            await telemetry.StopAsync(CancellationToken.None);
        }

        TemporaryFolders.Delete(root);
        var states = _measured.Where(m => m.Instrument == "builder.runs").GroupBy(m => m.Tags).ToDictionary(g => g.Key, g => (Most: g.Count(m => m.Value > 0), Left: g.Sum(m => m.Value)));
        Assert.Equal((1, 0d), states["state=queued"]);
        Assert.Equal((2, 0d), states["state=running"]);
        Assert.Equal((1, 0d), states["state=paused"]);
        Assert.Equal([1], Values("builder.run.starts"));
        Assert.Equal("end=finished", Assert.Single(_measured, m => m.Instrument == "builder.run.ends").Tags);
        Assert.Equal("train", Assert.Single(_spans).OperationName);
    }

    [Fact]
    public async Task A_question_that_fails_counts_as_failed_and_its_error_goes_on()
    {
        await ServerMetrics.PredictionAsync(() => Task.FromResult(1));
        await Assert.ThrowsAsync<TimeoutException>(() => ServerMetrics.PredictionAsync<int>(() => throw new TimeoutException()));

        Assert.Equal(["outcome=done", "outcome=failed"], _measured.Where(m => m.Instrument == "builder.prediction.duration").Select(m => m.Tags));
        Assert.Equal([ActivityStatusCode.Ok, ActivityStatusCode.Error], _spans.Select(s => s.Status));
    }

    private IEnumerable<double> Values(string instrument) => _measured.Where(m => m.Instrument == instrument).Select(m => m.Value);

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))));
}
