using System.Collections.Immutable;
using Builder.Datasets.Checks;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>How much a warning matters.</summary>
public enum WarningLevel
{
    /// <summary>Good to know; nothing has to be done.</summary>
    Note,

    /// <summary>The result will suffer.</summary>
    Warning,

    /// <summary>No model can be trained like this.</summary>
    Blocking,
}

/// <summary>Something about the data that a person should know, with a way out.</summary>
/// <param name="Code">Stable name of the kind of warning.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Column">The column it is about; null where it is about all.</param>
/// <param name="Message">What it is and what follows from it.</param>
/// <param name="Fix">What can be done with one click; null where only better data help, as the message then says.</param>
public sealed record DataWarning(string Code, WarningLevel Level, string? Column, Localized Message, DataFix? Fix = null)
{
    /// <summary>Other things that can be done with one click each.</summary>
    public ImmutableArray<DataFix> OtherFixes { get; init; } = [];

    /// <summary>Examples: rows that are copies of each other.</summary>
    public ImmutableArray<RowPair> Pairs { get; init; } = [];

    /// <summary>Whether it tells what was left out, changed or guessed while the file was read, and not what that means for a model.</summary>
    public bool IsAboutReading { get; init; }
}

/// <summary>Two rows to be looked at side by side.</summary>
/// <param name="First">The number of one row.</param>
/// <param name="Other">The number of the other.</param>
/// <param name="FirstWords">What the one holds, in a line; of a picture its file, null where it has none.</param>
/// <param name="OtherWords">What the other holds.</param>
public sealed record RowPair(int First, int Other, string? FirstWords, string? OtherWords);

/// <summary>A change of the plan that mends something.</summary>
/// <param name="Title">What it does, as a button says it.</param>
/// <param name="Apply">The plan afterwards.</param>
public sealed record DataFix(Localized Title, Func<DataPlan, DataPlan> Apply);

/// <summary>Looks for what would spoil a model before any time is spent on training it.</summary>
public static class DataWarnings
{
    /// <summary>All warnings about a plan, the gravest first, otherwise in the order of the columns.</summary>
    /// <param name="inspection">What the source holds.</param>
    /// <param name="plan">What is to be learned from it.</param>
    /// <param name="pictures">Copies among its pictures; null where they are not known, or there are none.</param>
    public static ImmutableArray<DataWarning> Of(SourceInspection inspection, DataPlan plan, PictureCopies? pictures = null)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Source is TextSource)
        {
            return [.. TextWarnings.Of(inspection), .. SheetNotes.OfText(inspection, plan)];
        }

        var found = new List<DataWarning>();
        found.AddRange(TargetWarnings.Of(inspection, plan));
        found.AddRange(PictureWarnings.Of(inspection, plan));
        found.AddRange(UnknownClassWarnings.Of(inspection, plan));
        found.AddRange(OfReading(inspection, plan).Select(w => w with { IsAboutReading = true }));
        found.AddRange(Enumerable.Range(0, plan.Columns.Length).SelectMany(i => ColumnWarnings.Of(inspection, plan, i)));
        found.AddRange(Enumerable.Range(0, plan.Columns.Length).SelectMany(i => PlaceholderWarnings.Of(inspection, plan, i)));
        found.AddRange(SpellingWarnings.Of(inspection, plan));
        found.AddRange(LeakWarnings.Of(inspection, plan));
        found.AddRange(GroupWarnings.Of(inspection, plan));
        found.AddRange(SeriesWarnings.Of(inspection, plan));
        found.AddRange(CopyWarnings.Of(inspection, plan, pictures));
        found.AddRange(GapNotes.Of(inspection, plan));
        found.AddRange(RowWarnings.Of(inspection, plan));
        return [.. found.OrderByDescending(w => w.Level)];
    }

    private static IEnumerable<DataWarning> OfReading(SourceInspection inspection, DataPlan plan) =>
        SheetNotes.Of(inspection, plan)
            .Concat(EncodingNotes.Of(inspection, plan))
            .Concat(LineNotes.Of(inspection, plan))
            .Concat(HeaderNotes.Of(inspection, plan))
            .Concat(Enumerable.Range(0, plan.Columns.Length).SelectMany(i => NumberWarnings.Of(inspection, plan, i).Concat(DateWarnings.Of(inspection, plan, i)).Concat(LabelWarnings.OfReading(inspection, plan, i))))
            .Concat(LeftOutNotes.Of(inspection, plan));
}
