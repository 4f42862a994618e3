using System.Collections.Immutable;
using Builder.Datasets.Text;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals.Warnings;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Reading;

/// <summary>How a file is read, to be seen and changed, and everything that was left out or changed while it was read.</summary>
public sealed partial class ReadingPanel
{
    private bool _open;

    /// <summary>The data set.</summary>
    [Parameter]
    [EditorRequired]
    public required DataView View { get; set; }

    /// <summary>The project's folder.</summary>
    [Parameter]
    [EditorRequired]
    public required string Folder { get; set; }

    /// <summary>True where nothing can be changed at the moment.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The person wants the file read like this.</summary>
    [Parameter]
    public EventCallback<TableSource> OnRead { get; set; }

    /// <summary>The person wants something mended.</summary>
    [Parameter]
    public EventCallback<DataFix> OnFix { get; set; }

    /// <summary>Whether there is anything to be shown about a data set: pictures have no settings.</summary>
    internal static bool IsNeeded(DataView view) => view.Inspection.Source is TableSource || view.Warnings.Any(w => w.IsAboutReading);

    private TableSource? Source => View.Inspection.Source as TableSource;

    private ImmutableArray<DataWarning> Notes => [.. View.Warnings.Where(w => w.IsAboutReading)];

    private IEnumerable<Localized> Settings(TableSource source)
    {
        if (View.Inspection.Made is { } made)
        {
            yield return ReadingTexts.OfLayout(made.Layout);
        }
        else
        {
            yield return TextEncoding.Title(source.Encoding ?? "");
            yield return ReadingTexts.OfDelimiter(View.Inspection.Columns.Length == 1 ? TableSource.OneColumn : source.Delimiter ?? "");
        }

        if (View.Inspection.Sheets is { } sheets)
        {
            yield return Localized.Same(sheets.Name);
        }

        yield return ReadingTexts.OfNameLines(source.Header?.Names ?? 0);
        if (source.Header is { Notes: > 0 and var notes })
        {
            yield return ReadingTexts.OfNoteLines(notes);
        }

        yield return ReadingTexts.OfDecimal(source.Decimal ?? ".");
        if (source.LinesAbove is > 0 and var above)
        {
            yield return ReadingTexts.Above(above);
        }

        if (source.LinesBelow is > 0 and var below)
        {
            yield return ReadingTexts.Below(below);
        }
    }

    private Task ApplyAsync(TableSource source)
    {
        _open = false;
        return OnRead.InvokeAsync(source);
    }
}
