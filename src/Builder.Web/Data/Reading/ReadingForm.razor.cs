using System.Collections.Immutable;
using System.Globalization;
using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Datasets.Csv;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Datasets.Text;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Web.Data.Upload;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Reading;

/// <summary>
/// The settings that a table is read with, and what they make of its first rows. Nothing counts until the person says so; then all of them are one change.
/// A setting that others were found out by (letters before separators, separators before names) lets these be found out anew.
/// </summary>
public sealed partial class ReadingForm : IDisposable
{
    private const int MostLines = 1000;
    private const int MostColumns = 12;
    private const int PreviewRows = 6;
    private const int MostDateColumns = 8;

    private static readonly ImmutableArray<string> s_delimiters = [",", ";", "\t", "|", " ", TableSource.OneColumn];

    private readonly CancellationTokenSource _leaving = new();
    private TableSource? _draft;
    private TablePreview? _preview;
    private Localized? _problem;
    private string? _mark;
    private int _reading;

    // What is shown belongs to the settings before these.
    private bool _trying;

    /// <summary>What the file holds as it is read now.</summary>
    [Parameter]
    [EditorRequired]
    public required SourceInspection Inspection { get; set; }

    /// <summary>The project's folder.</summary>
    [Parameter]
    [EditorRequired]
    public required string Folder { get; set; }

    /// <summary>True where nothing can be changed at the moment.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The person wants the file read like this.</summary>
    [Parameter]
    public EventCallback<TableSource> OnApply { get; set; }

    /// <summary>The person leaves everything as it is.</summary>
    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Inject]
    private TableClient Tables { get; set; } = null!;

    private TableSource Source => (TableSource)Inspection.Source;

    private static DateOrder[] DateOrders => [DateOrder.YearFirst, DateOrder.DayFirst, DateOrder.MonthFirst];

    private ChosenSheet? Sheets => _preview is null ? Inspection.Sheets : _preview.Sheets;

    private MadeTable? Made => _preview is null ? Inspection.Made : _preview.Made;

    private IEnumerable<(string Column, DateOrder Order)> DateColumns => Inspection.Table.Columns.OfType<TextColumn>()
        .Where(c => c.Dates is { } dates && DateOrders.Contains(dates.Order)).Select(c => (c.Name, c.Dates!.Order))
        .Concat(Inspection.Table.Columns.OfType<NumberColumn>().Where(c => c.Findings.OpenDuration is not null).Select(c => (c.Name, DateOrder.Duration))).Take(MostDateColumns);

    private static DateOrder[] ChoicesOf(DateOrder order) => order.AreDurations() ? [DateOrder.Duration, DateOrder.HoursMinutes] : DateOrders;

    private static IEnumerable<string> DecimalMarks => [".", ","];

    private TableSource Shown => _preview?.Source ?? _draft ?? Source;

    private TableHeader Header => Shown.Header ?? true;

    private IEnumerable<string> Encodings => TextEncoding.All.Select(e => e.Name).Union([Shown.Encoding ?? ""]);

    private IEnumerable<string> Delimiters => s_delimiters.Union([Shown.Delimiter ?? ""]);

    /// <inheritdoc/>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => TryAsync(Source);

    private Task SetEncodingAsync(ChangeEventArgs e) =>
        TryAsync(Shown with { Encoding = (string?)e.Value, Delimiter = null, LinesAbove = null, LinesBelow = null, Header = null, Decimal = null, Decimals = null });

    private Task SetDelimiterAsync(ChangeEventArgs e) =>
        TryAsync(Shown with { Delimiter = (string?)e.Value, LinesBelow = null, Header = null, Decimal = null, Decimals = null });

    private Task SetQuotesAsync(ChangeEventArgs e) =>
        TryAsync(Shown with { Quotes = Enum.Parse<QuoteStyle>((string?)e.Value ?? ""), LinesBelow = null, Header = null, Decimal = null, Decimals = null });

    private Task SetSheetAsync(ChangeEventArgs e) => TryAsync(new TableSource { Path = Source.Path, Missing = Shown.Missing, Sheet = (string?)e.Value });

    private Task SetDatesAsync(string column, ChangeEventArgs e) => TryAsync(Shown.WithOrder(column, Enum.Parse<DateOrder>((string?)e.Value ?? "")));

    private Task SetDecimalAsync(ChangeEventArgs e) => TryAsync(Shown with { Decimal = (string?)e.Value, Decimals = null });

    private Task SetNameLinesAsync(ChangeEventArgs e) => TryAsync(Shown with { Header = Header with { Names = Lines(e, TableHeader.MostLines) } });

    private Task SetNoteLinesAsync(ChangeEventArgs e) => TryAsync(Shown with { Header = Header with { Notes = Lines(e, TableHeader.MostLines) } });

    private Task SetLinesAsync(ChangeEventArgs e, bool above)
    {
        var lines = Lines(e, MostLines);
        return TryAsync(above
            ? Shown with { LinesAbove = lines, Delimiter = null, LinesBelow = null, Header = null, Decimal = null, Decimals = null }
            : Shown with { LinesBelow = lines });
    }

    private static int Lines(ChangeEventArgs e, int most) =>
        int.TryParse((string?)e.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 0, most) : 0;

    private Task RemoveMissingAsync(string mark) => TryAsync(Shown with { Missing = Shown.Missing.Remove(mark) });

    private Task AddMissingAsync()
    {
        var mark = _mark?.Trim() ?? "";
        _mark = null;
        return mark.Length == 0 || Shown.Missing.Contains(mark) ? Task.CompletedTask : TryAsync(Shown with { Missing = Shown.Missing.Add(mark) });
    }

    private Task DetectAsync() => TryAsync(new TableSource { Path = Source.Path });

    private async Task TryAsync(TableSource draft)
    {
        var number = ++_reading;
        (_draft, _trying) = (draft, true);
        try
        {
            var unpacked = await Tables.UnpackAsync(Folder, draft, _leaving.Token);
            var preview = await Task.Run(() => TablePreview.Of(unpacked, Folder, PreviewRows), _leaving.Token);
            if (number == _reading)
            {
                (_preview, _problem, _draft, _trying) = (preview, null, preview.Source, false);
            }
        }
        catch (DataException refused) when (number == _reading)
        {
            (_preview, _problem, _trying) = (null, refused.Words, false);
        }
        catch (Exception error) when (error is OperationCanceledException or DataException)
        {
            // The form is gone, or shows something newer.
        }
    }
}
