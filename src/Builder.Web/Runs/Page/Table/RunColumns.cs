using System.Globalization;
using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Storage.Runs;
using Builder.Web.Instruments.Grids;
using Builder.Web.Scores;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page.Table;

/// <summary>A run with what it was trained with.</summary>
/// <param name="Run">The run.</param>
/// <param name="Facts">From its document; null until it is read.</param>
public sealed record RunLine(RunSummary Run, RunFacts? Facts);

/// <summary>The columns of the table of runs.</summary>
internal static class RunColumns
{
    /// <summary>The column of names.</summary>
    public const string Name = "name";

    private const int FirstScores = 2;

    private static readonly string[] First = [Name, "state", "asked", "duration", "epochs", "lr", "seed"];

    /// <summary>All columns for some runs.</summary>
    /// <param name="lines">The runs: their scores make columns of their own.</param>
    /// <param name="ui">The window.</param>
    /// <param name="now">The time there.</param>
    /// <param name="name">Draws a run's name.</param>
    /// <param name="state">Draws a run's state.</param>
    public static IReadOnlyList<GridColumn<RunLine>> Of(
        IReadOnlyList<RunLine> lines, UiState ui, DateTime now, RenderFragment<RunLine> name, RenderFragment<RunLine> state)
    {
        return
        [
            new(Name, RunTableTexts.Name, GridKind.Text, name) { TextOf = l => ui.T(TrainTexts.NameOf(l.Run)) },
            Choice("state", RunTableTexts.State, l => TrainTexts.State(l.Run.State), l => l.Run.State.ToString(), lines, ui, state),
            .. Scores(lines).Select(score => Score(score, ui)),
            new("asked", RunTableTexts.Asked, GridKind.Date, line => Text(When(line))) { TextOf = When, NumberOf = l => GridCondition.Days(l.Run.AskedAt.LocalDateTime) },
            Number("duration", RunTableTexts.Duration, l => Seconds(l.Run)),
            Number("epochs", TrainTexts.Epochs, l => l.Facts?.Epochs),
            Number("batch", TrainTexts.BatchSize, l => l.Facts?.BatchSize),
            Number("lr", RunTableTexts.LearningRate, l => l.Facts?.LearningRate),
            Choice("optimizer", RunTableTexts.Optimizer, l => l.Facts?.Optimizer is { } kind ? Localized.Same(kind) : null, l => l.Facts?.Optimizer, lines, ui),
            Choice("layers", RunTableTexts.Layers, l => l.Facts?.Layers, l => l.Facts?.Layers.En, lines, ui),
            Number("blocks", RunTableTexts.Blocks, l => l.Facts?.Blocks),
            Number("seed", TrainTexts.Seed, l => l.Run.Seed),
            Choice("device", TrainTexts.Device, l => TrainTexts.DeviceName(l.Run.Device ?? ""), l => l.Run.Device ?? "", lines, ui),
            Choice("data", RunTableTexts.Data, l => l.Run.DataFingerprint is { Length: >= 6 } print ? Localized.Same(print[..6]) : null, l => l.Run.DataFingerprint, lines, ui),
        ];

        string When(RunLine line) => ui.T(Figures.When(line.Run.AskedAt.LocalDateTime, now));
    }

    /// <summary>The columns that are shown before a person chooses others.</summary>
    public static IEnumerable<string> Shown(IReadOnlyList<GridColumn<RunLine>> all) =>
        all.Select(c => c.Id).Where(id => First.Contains(id) || all.Where(c => IsScore(c.Id)).Take(FirstScores).Any(c => c.Id == id));

    /// <summary>Scores as the pages tell them: on test samples, else on validation samples, else on those that were learned from.</summary>
    internal static IReadOnlyDictionary<string, double?> Told(RunScores? scores) => scores switch
    {
        null => new Dictionary<string, double?>(),
        { Test.Count: > 0 } s => s.Test,
        { Validation.Count: > 0 } s => s.Validation,
        var s => s.Train,
    };

    private static bool IsScore(string id) => id.StartsWith("score.", StringComparison.Ordinal);

    private static IEnumerable<string> Scores(IReadOnlyList<RunLine> lines) => MetricCatalog.Ordered(lines.SelectMany(l => Told(l.Run.Scores).Keys));

    private static GridColumn<RunLine> Score(string name, UiState ui)
    {
        var info = MetricCatalog.Named(name);
        string? Shown(RunLine line) => Told(line.Run.Scores).TryGetValue(name, out var value) ? Figures.Score(info, value, line.Run.Scores!.Units.GetValueOrDefault(name)) : null;
        return new GridColumn<RunLine>($"score.{name}", info.Term, GridKind.Number, line => Text(Shown(line)))
        {
            TextOf = Shown, NumberOf = l => Told(l.Run.Scores).GetValueOrDefault(name) ?? double.NaN,
        };
    }

    private static GridColumn<RunLine> Number(string id, Localized title, Func<RunLine, double?> value) => new(id, title, GridKind.Number, line => Text(Written(value(line))))
    {
        TextOf = l => Written(value(l)), NumberOf = l => value(l) ?? double.NaN,
    };

    private static GridColumn<RunLine> Choice(
        string id, Localized title, Func<RunLine, Localized?> text, Func<RunLine, string?> value, IReadOnlyList<RunLine> lines, UiState ui, RenderFragment<RunLine>? cell = null) =>
        new(id, title, GridKind.Choice, cell ?? (line => Text(text(line) is { } shown ? ui.T(shown) : null)))
        {
            TextOf = l => text(l) is { } shown ? ui.T(shown) : null,
            ValueOf = value,
            CanGroup = true,
            Choices = [.. lines.Where(l => value(l) is not null && text(l) is not null).DistinctBy(value).Select(l => new GridChoice(value(l)!, text(l)!))],
        };

    private static RenderFragment Text(string? text) => builder => builder.AddContent(0, text ?? "–");

    private static string? Written(double? value) => value?.ToString("0.##########", CultureInfo.InvariantCulture);

    private static double? Seconds(RunSummary run) => run is { StartedAt: { } start, EndedAt: { } end } ? Math.Round((end - start).TotalSeconds, 1) : null;
}
