using System.Globalization;
using Builder.Protocol.Messages;
using Builder.Storage;
using Builder.Web.Runs.Feed;
using Builder.Web.Runs.Supervision;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>The learning rate of a run that is under way, on a slider that acts at once.</summary>
public sealed partial class LiveRate : IDisposable
{
    private readonly string _id = "rate-" + ShortId.New();
    private RunFollower _follower = null!;
    private RunGlance _known = new();
    private int? _slid;
    private double? _wished;

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    [Inject]
    private RunFeed Feed { get; set; } = null!;

    [Inject]
    private RunSupervisor Supervisor { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<LiveRate> Log { get; set; } = null!;

    private RunRates? Rates => _known.Rates is { Now.Count: > 0 } rates ? rates : null;

    // What is being slid; what was asked for and not yet taken up; what is so.
    private double Factor => _slid is { } place ? RateScale.FactorAt(place) : _wished ?? Rates?.Factor ?? 1;

    private int Position => _slid ?? RateScale.PlaceOf(Factor);

    private string FactorText => RateWords.Text(Factor);

    /// <inheritdoc/>
    public void Dispose() => _follower.Dispose();

    /// <inheritdoc/>
    protected override void OnInitialized() => _follower = new(Clock, Log, TakeAsync);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        if (_follower.RunId != RunId)
        {
            (_known, _slid, _wished) = (new(), null, null);
        }

        return _follower.TurnToAsync(Feed, RunId);
    }

    private string Text(RunRates rates) => RateWords.Text(rates.Now.ToDictionary(r => r.Key, r => r.Value / rates.Factor * Factor));

    private Task TakeAsync(RunUpdate update) => update.Rates is null && !update.Snapshot ? Task.CompletedTask : InvokeAsync(() =>
    {
        _known = _known.With(update);
        _wished = _known.Rates?.Factor == _wished ? null : _wished;
        StateHasChanged();
    });

    private void Slide(ChangeEventArgs moved) => _slid = PlaceOf(moved);

    private void Release(ChangeEventArgs moved) => Ask(RateScale.FactorAt(PlaceOf(moved)));

    private void Reset() => Ask(1);

    private void Ask(double factor)
    {
        (_slid, _wished) = (null, factor);
        Supervisor.ScaleRate(RunId, factor);
    }

    private static int PlaceOf(ChangeEventArgs moved) => int.TryParse(moved.Value as string, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) ? place : 0;
}
