using System.Text.Json;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Web.Runs.Feed;

namespace Builder.Web.Tests.Runs;

public sealed class RunEventBufferTests
{
    private readonly RunEventBuffer _ring = new("run1", TimeProvider.System);

    [Fact]
    public void A_new_viewer_gets_everything_and_afterwards_only_what_is_new()
    {
        _ring.Add(Started(epochs: 3));
        _ring.Add(Epoch(1));
        var all = _ring.Since(0)!;
        _ring.Add(Epoch(2));
        var update = _ring.Since(all.Sequence)!;

        Assert.True(all.Snapshot);
        Assert.Equal(3, all.Plan!.Epochs);
        Assert.False(update.Snapshot);
        Assert.Null(update.Plan);
        Assert.Equal(2, Assert.Single(update.Epochs!).Epoch);
        Assert.Null(_ring.Since(update.Sequence));
    }

    [Fact]
    public void Viewers_who_are_equally_far_share_an_update_and_it_reads_as_if_it_were_their_own()
    {
        _ring.Add(Started(epochs: 3));
        _ring.Add(Epoch(1));
        var first = _ring.SharedSince(1)!;
        Assert.Same(first, _ring.SharedSince(1));
        Assert.NotSame(first, _ring.SharedSince(0));

        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        var own = JsonSerializer.Serialize(first.Update, options);
        Assert.Equal(own, JsonSerializer.Serialize(first, options));
        Assert.Equal(own, JsonSerializer.Serialize(first, options));
        _ring.Add(Epoch(2));
        Assert.Equal(2, _ring.SharedSince(1)!.Update.Epochs!.Count);
    }

    [Fact]
    public void However_long_a_run_takes_its_memory_is_bounded_and_both_ends_are_kept()
    {
        _ring.Add(Started(epochs: 100_000));
        for (var i = 1; i <= 100_000; i++)
        {
            _ring.Add(Epoch(i));
            _ring.Add(new RunEvent.Progress(i, 1, 2, Loss(1), null));
        }

        var all = _ring.Since(0)!;
        Assert.InRange(all.Epochs!.Count, 1_900, 4_000);
        Assert.InRange(all.Steps!.Count, 900, 2_000);
        Assert.Equal(1, all.Epochs![0].Epoch);
        Assert.InRange(all.Epochs[^1].Epoch, 99_900, 100_000);
        Assert.Equal(100_000, _ring.EpochsDone);
    }

    [Fact]
    public void A_run_that_goes_on_from_a_checkpoint_shows_no_epoch_twice_and_viewers_begin_anew()
    {
        _ring.Add(Started(epochs: 5));
        _ring.Add(Epoch(1));
        _ring.Add(Epoch(2));
        var seen = _ring.Since(0)!.Sequence;
        _ring.Add(Started(epochs: 5) with { ResumedAt = 2 });
        _ring.Add(Epoch(2));
        var update = _ring.Since(seen)!;

        Assert.True(update.Snapshot);
        Assert.Equal([1L, 2L], update.Epochs!.Select(e => e.Epoch));
    }

    [Fact]
    public void Pictures_are_named_within_the_folder_of_the_run()
    {
        _ring.Add(new RunEvent.SampleMade(1, SampleKind.Pictures, "/data/projects/p/runs/run1/sample-0001.png"));
        _ring.Add(new RunEvent.SampleMade(1, SampleKind.Predictions, "digit", [new("/data/projects/p/runs/run1/samples/3.png", "3", "8", 0.4)]));
        _ring.Add(new RunEvent.SampleMade(2, SampleKind.Pictures, "/data/projects/p/runs/run1/sample-0002.png"));
        var samples = _ring.Since(0)!.Samples!;

        Assert.Equal(2, samples.Count);
        Assert.Equal("sample-0002.png", samples.Single(s => s.Kind == SampleKind.Pictures).Value);
        Assert.Equal("samples/3.png", samples.Single(s => s.Kind == SampleKind.Predictions).Predictions![0].Picture);
    }

    [Fact]
    public async Task Whoever_waits_is_woken_by_the_next_change_and_not_before()
    {
        _ring.Add(Started(epochs: 1));
        var seen = _ring.Since(0)!.Sequence;
        var change = _ring.ChangedSinceAsync(seen, TestContext.Current.CancellationToken);
        Assert.False(change.IsCompleted);
        _ring.Add(Epoch(1));
        await change;
    }

    [Fact]
    public void The_speed_counts_samples_and_not_the_time_between_epochs()
    {
        var clock = new Sessions.MovableClock();
        var ring = new RunEventBuffer("run1", clock);
        ring.Add(Started(epochs: 2));
        ring.Add(new RunEvent.Progress(1, 1, 4, Loss(1), 10));
        clock.Move(TimeSpan.FromSeconds(1));
        ring.Add(new RunEvent.Progress(1, 3, 4, Loss(1), 10));
        clock.Move(TimeSpan.FromSeconds(100));
        ring.Add(Epoch(1));
        clock.Move(TimeSpan.FromSeconds(1));
        ring.Add(new RunEvent.Progress(2, 1, 4, Loss(1), 10));

        Assert.Equal(50, ring.Since(0)!.Now!.SamplesPerSecond!.Value, 6);
    }

    private static RunEvent.Started Started(long epochs) => new(1, "run1", TaskKind.Classification, "cpu", 1, 403, 100, 30, 30, epochs, 4, null);

    private static RunEvent.EpochDone Epoch(long number) => new(number, Loss(0.5), Loss(0.6), Loss(0.01), number, true);

    private static Dictionary<string, double?> Loss(double value) => new() { ["loss"] = value };
}
