using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Profiles;
using Builder.Datasets.Splits;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals.Columns;

namespace Builder.Proposals.Warnings;

/// <summary>What the folders of pictures, and the tables beside them, were taken for.</summary>
internal static class PictureWarnings
{
    private const int Named = 3;
    private const string OtherClass = "other";

    /// <summary>True where nothing says what the pictures show, so that there is nothing to choose from.</summary>
    public static bool SayNothing(SourceInspection inspection) => inspection.Source is PicturesSource
        && inspection.Columns.Select((c, i) => (c.Type, inspection.Profiles[i].Distinct)).All(c => !TargetGuess.CanBeTarget(c.Type) || c.Distinct <= 1);

    /// <summary>The warnings.</summary>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, DataPlan plan) => plan.Source is not PicturesSource source ? []
        : Labels(inspection, plan, source).Concat(Beside(inspection, source)).Concat(Parts(inspection, plan)).Select(w => w with { IsAboutReading = true })
            .Concat(Classes(inspection, plan, source));

    private static IEnumerable<DataWarning> Classes(SourceInspection inspection, DataPlan plan, PicturesSource source)
    {
        if (SayNothing(inspection))
        {
            yield return new("no-classes", WarningLevel.Blocking, null, new(
                "Nothing says what the pictures show: they do not lie in folders of different classes, and no table beside them names them. Put the pictures of each class into a folder of its own, or add a table (labels.csv) with a column of the file names and a column of the classes; then zip it all again and bring it here.",
                "没有任何信息说明图片的内容：图片没有按类别放在不同的文件夹中，旁边也没有列出它们的表格。请把每一类的图片放进各自的文件夹，或者附上一个表格（labels.csv），其中一列是文件名、一列是类别，然后重新压缩并添加。"));
            yield break;
        }

        if (plan.Target is not { } target || Column(inspection, target.Name) is not { } values)
        {
            yield break;
        }

        int[] unknown = [.. Enumerable.Range(0, inspection.Table.RowCount).Where(row => IsMissing(values, row))];
        if (unknown.Length == 0)
        {
            yield break;
        }

        var (count, names) = (unknown.Length, Files(inspection, unknown));
        var leaveOut = ColumnWarnings.LeaveOut(inspection, Numbers(inspection, unknown)) with { Title = count == 1 ? new("Leave it out", "排除它") : new("Leave them out", "排除它们") };
        if (inspection.Join is { } join && join.Columns.Contains(target.Name))
        {
            yield return new("pictures-without-label", WarningLevel.Warning, target.Name, new(
                count == 1 ? $"“{join.File}” does not say what “{target.Name}” is for 1 picture ({names.En}). No model learns from it or is tested with it."
                    : $"“{join.File}” does not say what “{target.Name}” is for {count:N0} pictures ({names.En}). No model learns from them or is tested with them.",
                $"“{join.File}”没有给出 {count:N0} 张图片的“{target.Name}”（{names.Zh}）。这些图片不用于学习和测试。"), leaveOut);
        }
        else
        {
            yield return new("loose-pictures", WarningLevel.Warning, target.Name, new(
                count == 1 ? $"1 picture lies beside the folders of the classes ({names.En}), so that its class is not known. No model learns from it or is tested with it."
                    : $"{count:N0} pictures lie beside the folders of the classes ({names.En}), so that their class is not known. No model learns from them or is tested with them.",
                $"有 {count:N0} 张图片不在任何类别文件夹中（{names.Zh}），无法知道其类别。这些图片不用于学习和测试。"), leaveOut)
            {
                OtherFixes = source.Labels is null ? [new(count == 1 ? new("Make it a class of its own", "单独作为一类") : new("Make them a class of their own", "单独作为一类"), p => p with
                {
                    Changes = (p.Changes ?? new()) with
                    {
                        Of = inspection.Table.Fingerprint,
                        Meanings = [.. p.Changes?.Meanings is { IsDefault: false } known ? known : [], new ValueMeaning { Column = target.Name, Written = "", Meant = OtherClass }],
                    },
                })] : [],
            };
        }
    }

    private static IEnumerable<DataWarning> Parts(SourceInspection inspection, DataPlan plan)
    {
        if (PictureParts.Column(inspection) is not { } column)
        {
            yield break;
        }

        var parts = PictureParts.Each(column);
        var folders = string.Join(", ", parts.SelectMany(p => p.Folders.Select(f => $"“{f}”")));
        var foldersZh = string.Join("、", parts.SelectMany(p => p.Folders.Select(f => $"“{f}”")));
        if (!PictureParts.AreUsed(inspection, plan))
        {
            yield return new("parts-not-used", WarningLevel.Note, null, new(
                $"The folders {folders} could say which pictures are learned from and which are held back; they are drawn otherwise.",
                $"文件夹{foldersZh}可以决定哪些图片用于学习、哪些留出，但目前采用的是其他方式。"),
                new(new("Follow the folders", "按文件夹划分"), p => p with { Split = p.Split with { Way = SplitWay.Suitable, By = null } }));
            yield break;
        }

        var missing = new[] { Part.Validation, Part.Test }.Where(part => parts.All(p => p.Part != part)).ToArray();
        var drawn = missing.Length == 0 ? Localized.Same("") : new(
            $" No folder is there {string.Join(" or ", missing.Select(PurposeEn))}: pictures are drawn from those that are learned from instead.",
            $"没有{string.Join("和", missing.Select(PurposeZh))}的文件夹，因此从用于学习的图片中抽取。");
        yield return new("parts-used", WarningLevel.Note, null, new(
            $"The folders {folders} say what each picture is for: {string.Join(", ", parts.Select(p => $"{p.Pictures:N0} {PurposeEn(p.Part)}"))}. They are no classes.{drawn.En}",
            $"文件夹{foldersZh}决定每张图片的用途：{string.Join("，", parts.Select(p => $"{p.Pictures:N0} 张用于{PurposeZh(p.Part)}"))}。它们不是类别。{drawn.Zh}"),
            new(new("Draw at random instead", "改为随机抽取"), p => p with { Split = p.Split with { Way = p.Target?.Type is ColumnType.Number or ColumnType.Labels ? SplitWay.Random : SplitWay.Even, By = null } }));

        int[] loose = [.. Enumerable.Range(0, column.Count).Where(row => column.Codes[row] == TextColumn.Missing)];
        if (loose.Length > 0)
        {
            var names = Files(inspection, loose);
            yield return new("pictures-without-part", WarningLevel.Note, null, new(
                loose.Length == 1 ? $"1 picture lies in none of these folders and is left out: {names.En}." : $"{loose.Length:N0} pictures lie in none of these folders and are left out: {names.En}.",
                $"有 {loose.Length:N0} 张图片不在这些文件夹中，不使用：{names.Zh}。"));
        }
    }

    private static IEnumerable<DataWarning> Labels(SourceInspection inspection, DataPlan plan, PicturesSource source)
    {
        if (inspection.Join is not { } join)
        {
            yield break;
        }

        var without = new DataFix(new("Do not use the table", "不使用该表格"), p => p with { Source = source with { Labels = null } });
        var columns = join.Columns.Where(name => name != plan.Target?.Name && TargetGuess.CanBeTarget(inspection.Columns.First(c => c.Name == name).Type)).ToArray();
        yield return new("labels-used", WarningLevel.Note, null, new(
            $"“{join.File}” says more about {(join.Joined == 1 ? "1 picture" : $"{join.Joined:N0} pictures")}: its column “{join.Names}” names the files.{(columns.Length > 0 ? $" Could be predicted as well: {Some(columns, ", ")}." : "")}",
            $"“{join.File}”中有 {join.Joined:N0} 张图片的信息：“{join.Names}”列是文件名。{(columns.Length > 0 ? $"还可以预测：{Some(columns, "、")}。" : "")}"), without);

        foreach (var warning in Ticks(source, source.Labels!, join).Concat(NotUsed(plan, join)))
        {
            yield return warning;
        }

        foreach (var (code, misfits, one, many, zh) in new[]
        {
            ("labels-without-picture", join.WithoutPicture, "1 row of it names a picture that is not there", "rows of it name pictures that are not there", "行所列的图片不存在"),
            ("labels-unclear", join.Unclear, "1 row of it may mean several pictures of that name, in different folders, and is not used", "rows of it may mean several pictures of that name, in different folders, and are not used", "行的文件名对应不同文件夹中的多张图片，未使用"),
            ("labels-repeated", join.Repeated, "1 row of it names a picture once more; the first row counts", "rows of it name pictures once more; the first row counts", "行重复列出同一图片，只采用第一行"),
        })
        {
            if (misfits.Count > 0)
            {
                yield return new(code, misfits.Count * 10 > join.Joined ? WarningLevel.Warning : WarningLevel.Note, null, new(
                    $"“{join.File}”: {(misfits.Count == 1 ? one : $"{misfits.Count:N0} {many}")}: {Examples(misfits).En}.",
                    $"“{join.File}”：其中 {misfits.Count:N0} {zh}：{Examples(misfits).Zh}。"));
            }
        }
    }

    /// <summary>Columns with a yes or no of one label each, and the other way to take them.</summary>
    private static IEnumerable<DataWarning> Ticks(PicturesSource source, PictureLabels labels, PictureJoin join)
    {
        if (join.Ticks.IsDefaultOrEmpty)
        {
            yield break;
        }

        DataPlan With(DataPlan plan, ImmutableArray<string> ticks) => plan with { Source = source with { Labels = labels with { Ticks = ticks } } };
        string[] names = [.. join.Ticks];
        yield return labels.Ticks.IsDefaultOrEmpty
            ? new("ticks-apart", WarningLevel.Note, null, new(
                $"The columns {Some(names, ", ")} of “{join.File}” each say yes or no of a picture. Together they could be predicted as labels, any number of which may apply.",
                $"“{join.File}”中的{Some(names, "、")}列各表示“是”或“否”。可以把它们合在一起，作为可同时有多个的标签来预测。"),
                new(new("Take them together as labels", "合在一起作为标签"), p => With(p, join.Ticks)))
            : new("ticks-together", WarningLevel.Note, PictureLabels.TicksColumn, new(
                $"The columns {Some(names, ", ")} of “{join.File}” each say yes or no of a picture: together they are its “{PictureLabels.TicksColumn}”.",
                $"“{join.File}”中的{Some(names, "、")}列各表示“是”或“否”：合在一起作为图片的“{PictureLabels.TicksColumn}”。"),
                new(new("Keep them apart", "保持分开"), p => With(p, default)));
    }

    /// <summary>What the table says besides: it goes nowhere, and not in silence.</summary>
    private static IEnumerable<DataWarning> NotUsed(DataPlan plan, PictureJoin join)
    {
        string[] others = [.. join.Columns.Where(name => name != plan.Target?.Name && name != plan.Split.By && name != PicturesSource.PartColumn)];
        if (others.Length > 0)
        {
            yield return new("labels-not-used", WarningLevel.Note, null, new(
                $"The model looks at the pictures only: what “{join.File}” says besides is not used ({Some(others, ", ")}). To learn from these columns as well, bring the table alone as data of its own.",
                $"模型只看图片，不使用“{join.File}”中的其他列（{Some(others, "、")}）。如果要从这些列中学习，请把表格单独作为数据添加。"));
        }
    }

    private static IEnumerable<DataWarning> Beside(SourceInspection inspection, PicturesSource source) => inspection.Beside.Select((labels, i) => new DataWarning(
        FormattableString.Invariant($"table-beside-{i}"), WarningLevel.Note, null, new(
            $"“{labels.Table.Path}” lies beside the pictures and names them in its column “{labels.Names}”. It is not used.",
            $"图片旁边有表格“{labels.Table.Path}”，其中的“{labels.Names}”列列出了这些图片。目前没有使用。"),
        new(new("Use it", "使用它"), p => p with { Source = source with { Labels = labels } })));

    private static RawColumn? Column(SourceInspection inspection, string name) => inspection.Table.Columns.FirstOrDefault(c => c.Name == name);

    private static bool IsMissing(RawColumn column, int row) =>
        column switch { TextColumn texts => texts.Codes[row] == TextColumn.Missing, NumberColumn numbers => double.IsNaN(numbers.Values[row]), _ => false };

    private static RowNumbers Numbers(SourceInspection inspection, int[] rows) => RowNumbers.Of(rows.Select(inspection.Table.RowNumber));

    private static Localized Files(SourceInspection inspection, int[] rows)
    {
        var files = inspection.Table.Get<TextColumn>(PicturesSource.FileColumn);
        string[] shown = [.. rows.Take(Named).Select(row => files[row]!)];
        var more = rows.Length > shown.Length ? ", …" : "";
        return new(string.Join(", ", shown) + more, string.Join("、", shown) + (more.Length > 0 ? "等" : ""));
    }

    private static Localized Examples(Misfits misfits)
    {
        string[] shown = [.. misfits.Examples.Take(Named).Select(e => $"“{e}”")];
        var more = misfits.Count - shown.Length;
        return new(string.Join(", ", shown) + (more > 0 ? $" and {more:N0} more" : ""), string.Join("、", shown) + (more > 0 ? "等" : ""));
    }

    private static string Some(string[] names, string separator) => string.Join(separator, names.Take(6).Select(n => $"“{n}”")) + (names.Length > 6 ? " …" : "");

    private static string PurposeEn(Part part) => part switch { Part.Train => "to learn from", Part.Validation => "to watch while learning", _ => "for the final test" };

    private static string PurposeZh(Part part) => part switch { Part.Train => "学习", Part.Validation => "训练中监测", _ => "最终测试" };
}
