using Builder.Datasets.Columns;
using Builder.Datasets.Labels;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;

namespace Builder.Proposals.Columns;

/// <summary>From a plan to the description of a data set that a network can read.</summary>
internal static class PlanEncoding
{
    private const int MostCharacters = 4_000;

    /// <summary>The description.</summary>
    /// <param name="inspection">What the source holds.</param>
    /// <param name="plan">What is to be learned.</param>
    /// <param name="language">Language of names that become part of the document.</param>
    /// <param name="series">The order of the rows; null to take each row for itself.</param>
    /// <exception cref="Builder.Datasets.DataException">The plan leaves nothing to learn.</exception>
    public static EncodedDataset Encode(SourceInspection inspection, DataPlan plan, string? language, SeriesOrder? series)
    {
        var encoded = plan.Source switch
        {
            TextSource => RunningText(plan),
            PicturesSource or IdxSource => Pictures(inspection, plan),
            _ => series is null ? Rows(inspection, plan, language) : Series(inspection, plan, language, series),
        };
        return encoded with { DataSet = encoded.DataSet with { Changes = plan.Changes } };
    }

    /// <summary>The data set of a plan in the making, without target or without inputs: every column in the form in which a network would read it.</summary>
    public static DataSet Unfinished(SourceInspection inspection, DataPlan plan, string? language)
    {
        var set = new DataSet { Id = plan.DataSetId, Source = plan.Source, Rows = plan.Rows, Changes = plan.Changes };
        if (plan.Source is TextSource)
        {
            return RunningText(plan).DataSet with { Changes = plan.Changes };
        }

        if (inspection.Table.Columns.OfType<PictureColumn>().FirstOrDefault() is { } picture)
        {
            return PictureParts.In(inspection, plan, set with { Columns = [new DataColumn { Name = picture.Name, Type = ColumnType.Picture, Transforms = PictureSteps.For(picture) }] });
        }

        var inputs = new InputEncoding(inspection, language, inWindows: false);
        foreach (var column in InOrder(inspection, plan))
        {
            inputs.Add(column);
        }

        return set with
        {
            Columns = [.. inputs.Columns, .. plan.Target is { } target ? [TargetColumn(inspection, plan, target)] : Array.Empty<DataColumn>()],
            Rows = plan.Target is { } wanted ? Complete(plan.Rows, wanted.Name, Unknown(inspection, wanted) > 0) : plan.Rows,
            Split = new RandomSplit { Validation = plan.Split.Validation, Test = plan.Split.Test },
        };
    }

    private static EncodedDataset Rows(SourceInspection inspection, DataPlan plan, string? language)
    {
        var target = Target(plan);
        var inputs = new InputEncoding(inspection, language, inWindows: false);
        foreach (var column in InOrder(inspection, plan))
        {
            inputs.Add(column);
        }

        if (inputs.Columns.Count == 0)
        {
            throw ProposalProblems.NoInputs();
        }

        var unknown = Unknown(inspection, target);
        return new EncodedDataset
        {
            Task = target.Type switch { ColumnType.Category => ProposedTask.Classes, ColumnType.Labels => ProposedTask.Labels, _ => ProposedTask.Number },
            Target = target.Name,
            Numbers = [.. inputs.Numbers], Embedded = [.. inputs.Embedded], Text = inputs.Text,
            UnknownTargets = unknown,
            Notes = WithIgnored(inputs.Notes, plan),
            DataSet = new DataSet
            {
                Id = plan.DataSetId, Source = plan.Source,
                Rows = Complete(plan.Rows, target.Name, unknown > 0),
                Columns = [.. inputs.Columns, TargetColumn(inspection, plan, target)],
                Split = SplitOf(plan.Split, target, GroupColumn.Find(inspection, plan)?.Name),
            },
        };
    }

    /// <summary>Of several texts the longest is read, so it comes first.</summary>
    private static IEnumerable<ColumnChoice> InOrder(SourceInspection inspection, DataPlan plan)
    {
        var inputs = plan.Columns.Where(c => c.Use == ColumnUse.Input).ToArray();
        var text = inputs.Where(c => c.Type == ColumnType.Text)
            .MaxBy(c => inspection.Table.Find<TextColumn>(c.Name) is { } texts ? texts.Entries.MeanLength : 0);
        return text is null ? inputs : inputs.OrderBy(c => c.Type == ColumnType.Text && c != text);
    }

    private static EncodedDataset Series(SourceInspection inspection, DataPlan plan, string? language, SeriesOrder order)
    {
        var target = Target(plan);
        var inputs = new InputEncoding(inspection, language, inWindows: true);
        foreach (var column in plan.Columns.Where(c => c.Use != ColumnUse.Ignored && c.Name != order.GroupBy))
        {
            if (column.Name != order.By || column.Type == ColumnType.Date)
            {
                inputs.Add(column);
            }
        }

        var ahead = inputs.Fresh($"{target.Name}_next");
        var unknown = Unknown(inspection, target);
        return new EncodedDataset
        {
            Task = ProposedTask.Forecast,
            Target = ahead,
            Past = target.Name,
            Numbers = [.. inputs.Numbers],
            UnknownTargets = unknown,
            Notes = WithIgnored(inputs.Notes, plan),
            DataSet = new DataSet
            {
                Id = plan.DataSetId, Source = plan.Source,
                Rows = Complete(Complete(plan.Rows, target.Name, unknown > 0), order.By, order.Times.Missing > 0),
                Columns = [.. inputs.Columns, TargetColumn(inspection, plan, target) with { Name = ahead, From = target.Name, Window = WindowRole.Target }],
                Windows = new Windows
                {
                    Length = order.Window, OrderBy = order.By, GroupBy = order.GroupBy, LongestStep = plan.CrossHoles ? null : order.Times.LongestStep,
                },
                Split = new TimeSplit { By = order.By, Validation = plan.Split.Validation, Test = plan.Split.Test },
            },
        };
    }

    private static EncodedDataset Pictures(SourceInspection inspection, DataPlan plan)
    {
        if (plan.Target is null)
        {
            throw plan.Source is IdxSource { Labels: null } ? ProposalProblems.NoLabels() : ProposalProblems.NoClasses();
        }

        var target = Target(plan);
        target = target with { Type = TargetGuess.TypeOfPictures(plan.Source, target.Type) };
        var picture = inspection.Table.Columns.OfType<PictureColumn>().First();
        var unknown = Unknown(inspection, target);
        return new EncodedDataset
        {
            Task = target.Type switch { ColumnType.Number => ProposedTask.Number, ColumnType.Labels => ProposedTask.Labels, _ => ProposedTask.PictureClasses },
            Target = target.Name,
            Picture = picture.Name,
            UnknownTargets = unknown,
            Notes = new ColumnNotes(),
            DataSet = PictureParts.In(inspection, plan, new DataSet
            {
                Id = plan.DataSetId, Source = plan.Source,
                Rows = Complete(plan.Rows, target.Name, unknown > 0),
                Columns =
                [
                    new DataColumn { Name = picture.Name, Type = ColumnType.Picture, Transforms = PictureSteps.For(picture) },
                    TargetColumn(inspection, plan, target),
                ],
                Split = SplitOf(plan.Split, target, null),
            }),
        };
    }

    private static EncodedDataset RunningText(DataPlan plan)
    {
        Transform tokenize = new Tokenize { Tokenizer = TokenizerKind.Character, VocabularySize = MostCharacters };
        return new EncodedDataset
        {
            Task = ProposedTask.RunningText,
            Target = "next",
            Text = "text",
            Notes = new ColumnNotes(),
            DataSet = new DataSet
            {
                Id = plan.DataSetId, Source = plan.Source,
                Columns =
                [
                    new DataColumn { Name = "text", Type = ColumnType.Text, Transforms = [tokenize] },
                    new DataColumn { Name = "next", Type = ColumnType.Text, Transforms = [tokenize] },
                ],
                Windows = new Windows { Length = 64, Stride = 64 },
                Split = new TimeSplit { Validation = 0.1, Test = 0.05 },
            },
        };
    }

    private static ColumnChoice Target(DataPlan plan) => plan.Target is not { } target ? throw ProposalProblems.NoTarget()
        : TargetGuess.CanBeTarget(target.Type) || plan.Source is not TableSource ? target
        : throw ProposalProblems.BadTarget(target.Name);

    /// <summary>How the labels of a column are cut, as it is written.</summary>
    public static MultiHot LabelsOf(SourceInspection inspection, string column) =>
        new() { Separator = inspection.Table.Find<TextColumn>(column) is { } texts ? LabelColumns.SeparatorOf(texts) : null };

    private static DataColumn TargetColumn(SourceInspection inspection, DataPlan plan, ColumnChoice target) => new()
    {
        Name = target.Name, Type = target.Type, Unit = target.Unit, Balanced = plan.Balanced && target.Type is ColumnType.Category or ColumnType.Labels,
        Transforms = [target.Type switch { ColumnType.Category => new Ordinal(), ColumnType.Labels => LabelsOf(inspection, target.Name), _ => new Standardize() }],
    };

    private static int Unknown(SourceInspection inspection, ColumnChoice target) =>
        inspection.Profiles.First(p => p.Name == target.Name).Missing;

    internal static RowSelection? Complete(RowSelection? rows, string target, bool needed) =>
        !needed ? rows : (rows ?? new RowSelection()) with { Complete = [.. rows?.Complete ?? [], target] };

    /// <summary>How rows are held back for a target.</summary>
    public static Split SplitOf(SplitChoice choice, ColumnChoice target, string? group) => choice.Way switch
    {
        SplitWay.Suitable when group is not null => SplitOf(choice with { Way = SplitWay.Group, By = group }, target, null),
        SplitWay.Suitable or SplitWay.Even when target.Type == ColumnType.Category =>
            new StratifiedSplit { By = target.Name, Validation = choice.Validation, Test = choice.Test, Seed = choice.Seed },
        SplitWay.Group when choice.By is { } by => new GroupSplit { By = by, Validation = choice.Validation, Test = choice.Test, Seed = choice.Seed },
        SplitWay.Given when choice.By is { } by => new GivenSplit { By = by },
        SplitWay.Time => new TimeSplit { By = choice.By, Validation = choice.Validation, Test = choice.Test },
        _ => new RandomSplit { Validation = choice.Validation, Test = choice.Test, Seed = choice.Seed },
    };

    private static ColumnNotes WithIgnored(ColumnNotes notes, DataPlan plan)
    {
        notes.LeftOut.AddRange(plan.Columns.Where(c => c.Use == ColumnUse.Ignored).Select(c => c.Name));
        return notes;
    }
}
