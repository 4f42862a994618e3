using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>Turns the inputs of a plan into columns of a data set.</summary>
internal sealed class InputEncoding(SourceInspection inspection, string? language, bool inWindows)
{
    /// <summary>Up to this many values a category is written as yes/no values; with more it gets an embedding.</summary>
    private const int MostOneHot = 12;

    private const int MostWords = 10_000;
    private const double DaysOfAYear = 366;
    private const double DaysOfAWeek = 7;

    private readonly HashSet<string> _names = [.. inspection.Columns.Select(c => c.Name)];

    /// <summary>The columns so far.</summary>
    public List<DataColumn> Columns { get; } = [];

    /// <summary>Names of the columns that enter as numbers.</summary>
    public List<string> Numbers { get; } = [];

    /// <summary>Names of the columns that get an embedding.</summary>
    public List<string> Embedded { get; } = [];

    /// <summary>The text column.</summary>
    public string? Text { get; private set; }

    /// <summary>What was done.</summary>
    public ColumnNotes Notes { get; } = new();

    /// <summary>Adds a column in the form that its type asks for.</summary>
    public void Add(ColumnChoice column)
    {
        var profile = inspection.Profiles[IndexOf(column.Name)];
        var added = column.Type switch
        {
            ColumnType.Number => AddNumber(column, profile),
            ColumnType.Category => AddCategory(column, profile),
            ColumnType.Labels => AddLabels(column, profile),
            ColumnType.Date => AddDate(column, profile),
            ColumnType.Text => AddText(column),
            _ => false,
        };
        if (!added)
        {
            Notes.LeftOut.Add(column.Name);
        }
    }

    /// <summary>A name that no column has yet.</summary>
    public string Fresh(string wish)
    {
        var name = wish;
        for (var number = 2; !_names.Add(name); number++)
        {
            name = FormattableString.Invariant($"{wish}_{number}");
        }

        return name;
    }

    /// <summary>What stands for a missing name.</summary>
    private string Nothing => language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "缺失" : "missing";

    private int IndexOf(string name)
    {
        for (var i = 0; i < inspection.Columns.Length; i++)
        {
            if (inspection.Columns[i].Name == name)
            {
                return i;
            }
        }

        throw new ArgumentException($"The source has no column '{name}'.", nameof(name));
    }

    private bool AddNumber(ColumnChoice column, ColumnProfile profile)
    {
        Columns.Add(new DataColumn
        {
            Name = column.Name, Type = ColumnType.Number, Unit = column.Unit,
            Transforms =
            [
                .. Gap(column, profile, new Impute { Strategy = ImputeStrategy.Median }),
                .. IsDrawnTogether(profile) ? [new Asinh()] : Array.Empty<Transform>(),
                new Standardize(),
            ],
        });
        Numbers.Add(column.Name);
        (IsDrawnTogether(profile) ? Notes.DrawnTogether : Notes.Scaled).Add(column.Name);
        return true;
    }

    /// <summary>
    /// A few large values would outweigh all others. A series keeps its scale: there the prediction is added to the last value.
    /// </summary>
    private bool IsDrawnTogether(ColumnProfile profile) => !inWindows && profile.HasLongUpperTail;

    private bool AddCategory(ColumnChoice column, ColumnProfile profile)
    {
        var fewValues = profile.Distinct + (profile.Missing > 0 ? 1 : 0) <= MostOneHot;
        if (!fewValues && inWindows)
        {
            return false;
        }

        Columns.Add(new DataColumn
        {
            Name = column.Name, Type = ColumnType.Category, Unit = column.Unit,
            Transforms =
            [
                .. Gap(column, profile, new Impute { Strategy = ImputeStrategy.Constant, Category = Nothing }),
                fewValues ? new OneHot() : new Ordinal(),
            ],
        });
        (fewValues ? Numbers : Embedded).Add(column.Name);
        (fewValues ? Notes.OneHot : Notes.Embedded).Add(column.Name);
        return true;
    }

    /// <summary>A gap says that the labels are not known, which is another thing than none: it becomes a label of its own.</summary>
    private bool AddLabels(ColumnChoice column, ColumnProfile profile)
    {
        Columns.Add(new DataColumn
        {
            Name = column.Name, Type = ColumnType.Labels,
            Transforms =
            [
                .. Gap(column, profile, new Impute { Strategy = ImputeStrategy.Constant, Category = Nothing }),
                PlanEncoding.LabelsOf(inspection, column.Name),
            ],
        });
        Numbers.Add(column.Name);
        Notes.MultiHot.Add(column.Name);
        return true;
    }

    private bool AddDate(ColumnChoice column, ColumnProfile profile)
    {
        if (inspection.Table.Find<TextColumn>(column.Name) is not { } dates)
        {
            return false;
        }

        var gap = Gap(column, profile, new Impute { Strategy = ImputeStrategy.Median }).ToImmutableArray();
        Notes.Dates.Add(column.Name);
        var order = DateKeys.OrderOf(dates);
        if (order == DateOrder.TimeOfDay || DateKeys.HoursDiffer(dates))
        {
            AddPart(column, gap, "hour", DatePartKind.Hour, DatePartForm.SineCosine);
        }

        if (order == DateOrder.TimeOfDay)
        {
            return true;
        }

        if (order != DateOrder.NoYear && DateKeys.Step(dates) < DaysOfAWeek)
        {
            AddPart(column, gap, "weekday", DatePartKind.DayOfWeek, DatePartForm.SineCosine);
        }

        // Months and quarters stand for their first day: which day of the year it is says no more.
        var isMonth = dates.Dates is { Grain: DateGrain.Month or DateGrain.Quarter };
        AddPart(column, gap, isMonth ? "month" : "season", isMonth ? DatePartKind.Month : DatePartKind.DayOfYear, DatePartForm.SineCosine);
        if (DateKeys.Span(dates) > DaysOfAYear && !inWindows)
        {
            AddPart(column, gap, "year", DatePartKind.Year, DatePartForm.Number);
        }

        return true;
    }

    private void AddPart(ColumnChoice column, ImmutableArray<Transform> gap, string suffix, DatePartKind part, DatePartForm form)
    {
        var name = Fresh($"{column.Name}_{suffix}");
        Columns.Add(new DataColumn
        {
            Name = name, From = column.Name, Type = ColumnType.Date,
            Transforms = [.. gap, new DatePart { Part = part, As = form }, .. form == DatePartForm.Number ? [new Standardize()] : Array.Empty<Transform>()],
        });
        Numbers.Add(name);
    }

    private bool AddText(ColumnChoice column)
    {
        if (Text is not null || inWindows || inspection.Table.Find<TextColumn>(column.Name) is not { } texts)
        {
            return false;
        }

        var facts = TextFacts.Of(texts);
        Columns.Add(new DataColumn
        {
            Name = column.Name, Type = ColumnType.Text,
            Transforms =
            [
                new Tokenize
                {
                    Tokenizer = facts.IsHan ? TokenizerKind.Character : TokenizerKind.Word,
                    Length = facts.Length, VocabularySize = MostWords, Lowercase = true,
                },
            ],
        });
        Text = column.Name;
        Notes.Texts.Add(column.Name);
        return true;
    }

    private IEnumerable<Transform> Gap(ColumnChoice column, ColumnProfile profile, Impute filling)
    {
        if (profile.Missing == 0)
        {
            return [];
        }

        if (!Notes.Filled.Contains(column.Name))
        {
            Notes.Filled.Add(column.Name);
        }

        return [filling];
    }
}

/// <summary>A data set whose columns are ready for a network, and by which door each of them enters.</summary>
internal sealed record EncodedDataset
{
    /// <summary>The description.</summary>
    public required DataSet DataSet { get; init; }

    /// <summary>The kind of question.</summary>
    public required ProposedTask Task { get; init; }

    /// <summary>Name of the column to predict within the data set.</summary>
    public required string Target { get; init; }

    /// <summary>Columns that enter as plain numbers.</summary>
    public ImmutableArray<string> Numbers { get; init; } = [];

    /// <summary>Categories of so many values that each gets an embedding.</summary>
    public ImmutableArray<string> Embedded { get; init; } = [];

    /// <summary>The text column; null without one.</summary>
    public string? Text { get; init; }

    /// <summary>In a series, the target's own past; null elsewhere.</summary>
    public string? Past { get; init; }

    /// <summary>The picture column; null without one.</summary>
    public string? Picture { get; init; }

    /// <summary>Rows that were left out because their target is not known.</summary>
    public int UnknownTargets { get; init; }

    /// <summary>What was done to which column.</summary>
    public required ColumnNotes Notes { get; init; }
}
