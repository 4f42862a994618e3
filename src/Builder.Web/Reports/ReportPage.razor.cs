using Builder.Datasets.Archives;
using Builder.Graph;
using Builder.Graph.Catalog;
using Builder.Proposals.Warnings;
using Builder.Protocol.Evaluations;
using Builder.Web.Drawings.Blocks;
using Builder.Web.Evaluate.Rivals;
using Builder.Web.Evaluate.Sections;
using Builder.Web.Evaluate.Verdicts;
using Builder.Web.Hosting;
using Builder.Web.Runs.Page;
using Builder.Web.Scores;
using Builder.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Reports;

/// <summary>A report of a run as one page that stands for itself: no script, nothing loaded from elsewhere.</summary>
public sealed partial class ReportPage
{
    // What nobody reads on paper: tables, matrices and examples beyond these are left to the Evaluate page.
    private const int MostColumns = 200;
    private const int MostClasses = 20;
    private const int MostExamples = 8;
    private const int MostGroups = 3;
    private const int MostPictureBytes = 4 << 20;

    private readonly UiState _ui = new();

    /// <summary>What it tells.</summary>
    [Parameter, EditorRequired]
    public required RunReport Report { get; set; }

    /// <summary>The reader's language: "en" or "zh".</summary>
    [Parameter, EditorRequired]
    public required string Language { get; set; }

    private Evaluation Evaluation => Report.Run.Evaluation;

    private Verdict Verdict => RivalVerdict.Of(Evaluation, Report.Rivals);

    private IReadOnlyList<string> Targets => [.. Evaluation.Heads.SelectMany(h => h.Targets).Distinct(StringComparer.Ordinal)];

    // A verdict that is not good, what makes a score look better than it is, and what the Data page warned of: nothing is thought up here.
    private List<Localized> Limits =>
    [
        .. Verdict.Level is VerdictLevel.Poor or VerdictLevel.Open ? [Verdict.Headline] : Array.Empty<Localized>(),
        .. Report.Cautions,
        .. Evaluation.Heads.SelectMany(GroupTexts.WorseOf).Take(MostGroups),
        .. Report.Warnings.Where(w => w.Level == WarningLevel.Warning).Select(w => w.Message),
        .. Report.Rivals is null && !Evaluation.MeasuredElsewhere && RivalFile.Obstacle(Report.Run) is { } obstacle ? [obstacle] : Array.Empty<Localized>(),
    ];

    private List<(string Name, string Value)> Settings
    {
        get
        {
            var lines = new List<(string, string)>();
            foreach (var block in Report.Document?.Blocks.Values.Where(b => BlockCatalog.Find(b.Kind)?.Family == Family.Training) ?? [])
            {
                var title = T(BlockFace.Title(block, Report.Document!));
                var values = BlockCatalog.Find(block.Kind)!.Parameters.Select(p => $"{T(p.Title)} {T(BlockFace.Value(p, block.Parameters.GetValueOrDefault(p.Name)))}");
                lines.Add((title, string.Join(" · ", values)));
            }

            if (Report.Curve.Epochs.Count > 0)
            {
                lines.Add((T(ReportTexts.EpochsDone), Figures.Count(Report.Curve.Epochs.Count)));
            }

            if (Report.Curve.Seconds is { } seconds)
            {
                lines.Add((T(ReportTexts.Time), T(ReportTexts.Seconds(seconds))));
            }

            if (Report.Seed is { } seed)
            {
                lines.Add((T(TrainTexts.Seed), seed.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }

            if (Report.Started is { } started)
            {
                lines.Add((T(TrainTexts.Device), T(TrainTexts.DeviceName(started.Device))));
            }

            return lines;
        }
    }

    private List<(string Name, string Value)> Origin =>
    [
        (T(ReportTexts.Run), T(Report.Run.Title)),
        (T(ReportTexts.RunId), Report.Run.Id),
        .. Report.Started?.DataFingerprint is { } fingerprint ? [(T(ReportTexts.Fingerprint), fingerprint)] : Array.Empty<(string, string)>(),
        (T(ReportTexts.Ended), T(ReportTexts.Moment(Report.Run.Ended))),
        (T(ReportTexts.Made), T(ReportTexts.Moment(Report.Made))),
        (T(ReportTexts.Version), ServerVersion.Text),
    ];

    /// <inheritdoc/>
    protected override void OnParametersSet() => _ui.Begin(Language, UiState.LightTheme);

    private string T(Localized text) => text.In(Language);

    // The picture itself, so that the file needs no other; one that is gone is shown as missing by its words.
    private string Picture(string name)
    {
        try
        {
            return BoundedFile.Read(Path.Combine(Report.Run.Folder, name), MostPictureBytes) is { } bytes ? $"data:image/png;base64,{Convert.ToBase64String(bytes)}" : "data:,";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "data:,";
        }
    }
}
