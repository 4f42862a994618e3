using System.Globalization;
using Builder.Datasets.Numbers;
using Builder.Graph;
using Builder.Protocol.Evaluations;
using Builder.Storage;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Evaluate.Plots;
using Builder.Web.Evaluate.Rivals;
using Builder.Web.Scores;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Evaluate.Decisions;

/// <summary>
/// Asks what right and wrong answers of a model of two classes are worth, shows the threshold that follows on the validation part with its gain on the test part, and lets the model go by it.
/// </summary>
public sealed partial class DecisionView : IDisposable
{
    private static readonly string[] Examples = ["0", "−5", "−1", "0"];

    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private readonly string?[] _typed = new string?[Examples.Length];
    private (FinishedRun Run, string Head)? _of;
    private bool _isRead;
    private HeadCases? _cases;
    private ThresholdAdvice? _advice;
    private Localized? _problem;
    private bool _isKept;
    private bool _isWeighted;
    private bool _isWorking;
    private bool _busy;
    private int _class;
    private int _asked;

    /// <summary>The view, before it knows its run.</summary>
    public DecisionView() => _left = _leaving.Token;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required string ProjectId { get; set; }

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required FinishedRun Run { get; set; }

    /// <summary>The prediction, of two classes.</summary>
    [Parameter, EditorRequired]
    public required HeadEvaluation Head { get; set; }

    /// <summary>The model goes by another threshold now.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private ThresholdSwitch Thresholds { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private IReadOnlyList<string> Names => Head.Classes!.Names;

    private string Looked => Bidi.Isolated(Names[_class]);

    private string Other => Bidi.Isolated(Names[1 - _class]);

    private IReadOnlyList<(Localized Label, Localized Help, string Example)> Fields =>
    [
        (DecisionTexts.Found(Looked), DecisionTexts.FoundHelp(Looked), Examples[0]),
        (DecisionTexts.Missed(Looked), DecisionTexts.MissedHelp(Looked, Other), Examples[1]),
        (DecisionTexts.FalseAlarm, DecisionTexts.FalseAlarmHelp(Looked, Other), Examples[2]),
        (DecisionTexts.RightNo(Other), DecisionTexts.RightNoHelp(Other), Examples[3]),
    ];

    private AnswerValues? Values => Array.ConvertAll(_typed, Read) is [{ } found, { } missed, { } alarm, { } right]
        && new AnswerValues(_class, found, missed, alarm, right) is var values && values.AreUsable() ? values : null;

    private Localized? Caution => Values is not { } v ? null
        : v.Found == v.Missed && v.FalseAlarm == v.RightNo ? DecisionTexts.AllTheSame
        : v.Found < v.Missed || v.RightNo < v.FalseAlarm ? DecisionTexts.Swapped : null;

    private IEnumerable<Localized> TodayWords
    {
        get
        {
            yield return JudgedEvaluation.DecisionOf(Head) is { } today ? DecisionTexts.TodayFrom(Bidi.Isolated(Names[today.Class]), Figures.Percent(today.Threshold)) : DecisionTexts.TodayLikelier;
            if (Head is { Worth: { } worth, Thresholds.Count: > 0 })
            {
                yield return DecisionTexts.BecauseOfWorth(Figures.Number(worth.Found), Figures.Number(worth.Missed), Figures.Number(worth.FalseAlarm), Figures.Number(worth.RightNo));
            }
            else if (Head.Thresholds.Count > 0)
            {
                yield return DecisionTexts.BecauseOfF1;
            }

            if (_isWeighted)
            {
                yield return DecisionTexts.Weighted;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var (run, head) = (Run, Head.Name);
        if (_of == (run, head))
        {
            return;
        }

        _of = (run, head);
        var (kept, cases, given, weighted) = await Task.Run(() => (CaseFile.Exists(run), CaseFile.Read(run, head), CaseFile.Values(run, head), RivalFile.Read(run)?.HasClassWeights ?? false));
        if (run != Run || head != Head.Name || _left.IsCancellationRequested)
        {
            return;
        }

        (_isRead, _isKept, _cases, _isWeighted, _advice, _problem) = (true, kept, cases, weighted, null, null);
        _class = given?.Class ?? JudgedEvaluation.DecisionOf(Head)?.Class ?? (Head.Classes!.PerClass is [var first, var second] && first.Cases < second.Cases ? 0 : 1);
        Show(given);
        await AdviseAsync();
    }

    private static string Plain(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    // With a decimal point or a decimal comma, any sign, a currency beside it: what was read stands in the field afterwards.
    private static double? Read(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : NumberText.TryParse(text, '.', out var number) || NumberText.TryParse(text, ',', out number) ? number.Value : null;

    private static bool IsDecided(DecisionRule rule) => rule is not (DecisionRule.Always or DecisionRule.Never);

    private static IEnumerable<RuleLine> Lines(ThresholdAdvice advice) => advice.Rules.Where(line => !advice.IsToday || line.Rule != DecisionRule.Chosen);

    private void Show(AnswerValues? values)
    {
        string?[] texts = values is null ? new string?[Examples.Length] : [Plain(values.Found), Plain(values.Missed), Plain(values.FalseAlarm), Plain(values.RightNo)];
        texts.CopyTo(_typed, 0);
    }

    private Localized? Fault(int place) => string.IsNullOrWhiteSpace(_typed[place]) ? Array.TrueForAll(_typed, string.IsNullOrWhiteSpace) ? null : DecisionTexts.Empty
        : Read(_typed[place]) is not { } number ? DecisionTexts.NoNumber
        : Math.Abs(number) > AnswerValues.Most ? DecisionTexts.TooLarge : null;

    private Localized NameOf(DecisionRule rule) => rule switch
    {
        DecisionRule.Chosen => DecisionTexts.ByWorth,
        DecisionRule.Today => DecisionTexts.Today,
        DecisionRule.Trained => DecisionTexts.Trained,
        DecisionRule.Likelier => DecisionTexts.Likelier,
        DecisionRule.Always => DecisionTexts.Always(Looked),
        _ => DecisionTexts.Never(Other),
    };

    private IEnumerable<Localized> Sentences(ThresholdAdvice advice)
    {
        var (chosen, more) = (advice.Rules[0].Gain.Gain, advice.Rules[0].Gain.Gain - advice.Rules.First(r => r.Rule == DecisionRule.Today).Gain.Gain);
        yield return advice.IsToday ? DecisionTexts.BestIsToday : DecisionTexts.Best(Looked, Figures.Percent(ThresholdGains.ThresholdOf(advice.Chosen, _class)));
        yield return DecisionTexts.Brings(Figures.Number(chosen), Figures.Number(advice.Gain.Low), Figures.Number(advice.Gain.High), Figures.Count(advice.Cases), advice.Part == "test");
        if (!advice.IsToday)
        {
            var (told, low, high) = (Figures.Number(more), Figures.Number(advice.More.Low), Figures.Number(advice.More.High));
            yield return advice.Different == 0 ? DecisionTexts.NoneDiffer
                : advice.IsSurelyBetter ? DecisionTexts.More(told, low, high)
                : advice.Different < RivalComparison.FewestDifferent ? DecisionTexts.FewDiffer(advice.Different) : DecisionTexts.NotSure(told, low, high);
        }

        if (advice.Rules.Where(r => !IsDecided(r.Rule)).MaxBy(r => r.Gain.Gain) is { } simple && simple.Gain.Gain >= chosen)
        {
            yield return DecisionTexts.SimpleIsEnough(simple.Rule == DecisionRule.Always ? Looked : Other);
        }
    }

    private PlotSpec Curve(ThresholdAdvice advice)
    {
        List<PlotSeries> series = [new(Ui.T(DecisionTexts.OnValidation), advice.OnValidation, 2, Dashed: true)];
        if (advice.Part == "test")
        {
            series.Insert(0, new(Ui.T(DecisionTexts.OnTest), advice.OnPart, 1));
        }

        PlotMark today = new(ThresholdGains.ThresholdOf(advice.Today, _class), Ui.T(DecisionTexts.MarkToday));
        return new("lines", Ui.T(DecisionTexts.CurveTitle), Ui.T(DecisionTexts.CurveX(Looked)), Ui.T(DecisionTexts.CurveY), series)
        {
            XRange = [0, 1], XPercent = true, Marks = advice.IsToday ? [today] : [today, new(ThresholdGains.ThresholdOf(advice.Chosen, _class), Ui.T(DecisionTexts.MarkChosen))],
        };
    }

    private async Task LookForAsync(ChangeEventArgs change)
    {
        var wanted = change.Value as string == "0" ? 0 : 1;
        if (wanted != _class)
        {
            // Found and recognised, missed and false alarm change their sides; the values stay those of the same answers.
            (_class, _typed[0], _typed[1], _typed[2], _typed[3]) = (wanted, _typed[3], _typed[2], _typed[1], _typed[0]);
            await KeepAsync();
        }
    }

    private async Task TypeAsync(int place, string? text)
    {
        _typed[place] = Read(text) is { } number && Math.Abs(number) <= AnswerValues.Most ? Plain(number) : text;
        await KeepAsync();
    }

    private async Task KeepAsync()
    {
        _problem = null;
        if (Values is { } values)
        {
            try
            {
                var (run, head) = (Run, Head.Name);
                await Task.Run(() => CaseFile.Keep(run, head, values));
            }
            catch (StorageException failure)
            {
                _problem = failure.Words;
            }
        }

        await AdviseAsync();
    }

    private async Task AdviseAsync()
    {
        var asked = ++_asked;
        _advice = null;
        if (Values is not { } values || _cases is not { } cases)
        {
            _isWorking = false;
            return;
        }

        _isWorking = true;
        StateHasChanged();
        try
        {
            var today = JudgedEvaluation.DecisionOf(Head);
            var advice = await Task.Run(() => ThresholdAdvice.Of(cases, values, today, _left), _left);
            if (asked == _asked)
            {
                (_advice, _isWorking) = (advice, false);
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }

    private async Task UseAsync(RuleLine line)
    {
        if (_busy)
        {
            return;
        }

        (_busy, _problem) = (true, null);
        try
        {
            var run = Run;
            if (await Thresholds.UseAsync(run, Head.Name, line.Decision, line.Rule == DecisionRule.Chosen ? Values : null, _left))
            {
                Toasts.Say(DecisionTexts.Used, new ToastAction(DecisionTexts.Undo, () => UndoAsync(run)));
                await OnChanged.InvokeAsync();
            }
            else
            {
                _problem = DecisionTexts.Unreadable;
            }
        }
        catch (StorageException failure)
        {
            _problem = failure.Words;
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task UndoAsync(FinishedRun run)
    {
        try
        {
            await Thresholds.SwitchAsync(run);
            await InvokeAsync(OnChanged.InvokeAsync);
        }
        catch (StorageException failure)
        {
            Toasts.Fail(failure.Words);
        }
    }
}
