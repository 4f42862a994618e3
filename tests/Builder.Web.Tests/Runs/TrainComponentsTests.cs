using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Storage.Runs;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Page;
using Builder.Web.Shell;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Runs;

public sealed class TrainComponentsTests : BunitContext
{
    private readonly UiState _ui = new();

    public TrainComponentsTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Theory]
    [InlineData(RunState.Running, new[] { "pause", "stop" })]
    [InlineData(RunState.Paused, new[] { "continue", "stop" })]
    [InlineData(RunState.Failed, new[] { "resume", "repeat" })]
    [InlineData(RunState.Finished, new string[0])]
    public void A_run_offers_what_can_be_done_in_its_state(RunState state, string[] offered)
    {
        var panel = Panel(Run(state));
        Assert.Equal(offered, panel.FindAll("button[data-testid]").Select(b => b.GetAttribute("data-testid")!));
    }

    [Fact]
    public void Pressing_pause_asks_for_a_pause_of_this_run()
    {
        (RunSummary Run, RunCommand Command)? asked = null;
        var panel = Panel(Run(RunState.Running), wanted => asked = wanted);
        panel.Find("[data-testid=pause]").Click();
        Assert.Equal(RunCommand.Pause, asked!.Value.Command);
        Assert.Equal("run1", asked.Value.Run.Id);
    }

    [Fact]
    public void A_failed_run_says_why_in_the_language_of_the_window()
    {
        var run = Run(RunState.Failed) with { Reason = Message.Verbatim(new("It broke.", "出错了。")) };
        _ui.SetLanguage(UiState.Chinese);
        var panel = Panel(run);
        Assert.Equal("出错了。", panel.Find(".notice.danger").TextContent.Trim());
        Assert.Equal("失败", panel.Find(".badge").TextContent);
    }

    [Fact]
    public void Pictures_show_what_the_model_takes_them_for_and_mark_what_is_wrong()
    {
        var sample = new RunSample(3, SampleKind.Predictions, "digit", [new("samples/1.png", "3", "3", 0.9), new("samples/2.png", "4", "<b>9</b>", 0.5)], null, null);
        var shown = Render<RunSamples>(p => p.AddCascadingValue(_ui).Add(s => s.RunId, "run1").Add(s => s.Samples, [sample]));

        Assert.Equal("/api/runs/run1/files/samples/1.png", shown.Find("img").GetAttribute("src"));
        Assert.Contains("<b>9</b>", shown.Find(".is-wrong .truncate").TextContent, StringComparison.Ordinal);
        Assert.Equal("Truly 4, taken for <b>9</b>", shown.Find(".is-wrong img").GetAttribute("alt"));
    }

    [Fact]
    public void Points_are_drawn_for_every_finite_pair()
    {
        var sample = new RunSample(3, SampleKind.Points, "strength", null, [[1, 2], [3, 3], [double.NaN, 1]], "MPa");
        var shown = Render<RunSamples>(p => p.AddCascadingValue(_ui).Add(s => s.RunId, "run1").Add(s => s.Samples, [sample]));
        Assert.Equal(2, shown.FindAll("circle").Count);
        Assert.Contains("3 MPa", shown.Find("svg").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_hears_of_samples_and_remarks_but_not_of_every_batch()
    {
        var ring = new RunEventBuffer("run1", TimeProvider.System);
        ring.Add(new RunEvent.Remark(Message.Verbatim(new("One.", "一。"))));
        var heard = 0;
        var told = new TaskCompletionSource();
        using var watch = new RunWatch(ring, TimeProvider.System, NullLogger.Instance, () =>
        {
            heard++;
            told.TrySetResult();
            return Task.CompletedTask;
        });
        for (var i = 0; i < 100; i++)
        {
            ring.Add(new RunEvent.Progress(1, i, 100, new Dictionary<string, double?>(), null));
        }

        ring.Add(new RunEvent.Remark(Message.Verbatim(new("Two.", "二。"))));
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10), Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(1, heard);
        Assert.Equal(["One.", "Two."], watch.Known.Remarks!.Select(r => r.Message.Words.En));
    }

    private static RunSummary Run(RunState state) => new()
    {
        Id = "run1", ProjectId = "project1", Number = 1, Name = "", State = state, Revision = 1, AskedAt = DateTimeOffset.UnixEpoch,
    };

    private IRenderedComponent<RunPanel> Panel(RunSummary run, Action<(RunSummary Run, RunCommand Command)>? asked = null) =>
        Render<RunPanel>(p => p.AddCascadingValue(_ui).Add(r => r.Run, run).Add(r => r.CanResume, true)
            .Add(r => r.OnCommand, EventCallback.Factory.Create<(RunSummary, RunCommand)>(this, wanted => asked?.Invoke(wanted))));
}
