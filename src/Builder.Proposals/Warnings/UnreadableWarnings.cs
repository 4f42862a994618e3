using Builder.Datasets.Columns;
using Builder.Datasets.Pictures;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;

namespace Builder.Proposals.Warnings;

/// <summary>Pictures that cannot be read: they end a training, so they are to be left out before.</summary>
public static class UnreadableWarnings
{
    /// <summary>The warning while some of them are still used.</summary>
    public const string StillUsed = "unreadable-pictures";

    /// <summary>The note once all of them are left out.</summary>
    public const string LeftOut = "unreadable-left-out";

    private const int Named = 3;

    /// <summary>The warnings.</summary>
    /// <param name="inspection">The pictures that are used.</param>
    /// <param name="findings">Which of all pictures cannot be read, as far as that is known.</param>
    public static IEnumerable<DataWarning> Of(SourceInspection inspection, PictureFindings findings)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Unreadable.IsEmpty || inspection.Table.Find<TextColumn>(PicturesSource.FileColumn) is not { } files)
        {
            yield break;
        }

        var (unreadable, table) = (findings.Unreadable.DistinctBy(u => u.File).ToDictionary(u => u.File, u => u.Why, StringComparer.Ordinal), inspection.Table);
        var isUnreadable = files.Entries.ConvertAll(unreadable.ContainsKey);
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => files.Codes[row] is var code && code >= 0 && isUnreadable[code])];
        var gone = Gone(inspection, findings, rows);
        if (rows.Length > 0)
        {
            var count = rows.Length;
            string[] shown = [.. rows.Take(Named).Select(row => files[row]!)];
            yield return new(StillUsed, WarningLevel.Blocking, null, new(
                (count == 1 ? $"1 picture cannot be read, and no model can be trained with it: {Reason(shown[0]).En}." : $"{count:N0} pictures cannot be read, and no model can be trained with them: {string.Join(", ", shown)}{(count > shown.Length ? $" and {count - shown.Length:N0} more" : "")}.") + gone.En,
                (count == 1 ? $"有 1 张图片无法读取，无法用它训练：{Reason(shown[0]).Zh}。" : $"有 {count:N0} 张图片无法读取，无法用它们训练：{string.Join("、", shown)}{(count > shown.Length ? "等" : "")}。") + gone.Zh),
                count == table.RowCount ? null : ColumnWarnings.LeaveOut(inspection, RowNumbers.Of(rows.Select(table.RowNumber))) with
                {
                    Title = count == 1 ? new("Leave it out", "排除它") : new($"Leave all {count:N0} out", $"全部排除（{count:N0} 张）"),
                }) { IsAboutReading = true };
        }
        else
        {
            var count = findings.Unreadable.Length;
            yield return new(LeftOut, WarningLevel.Note, null, new(
                (count == 1 ? "1 picture cannot be read and is left out." : $"{count:N0} pictures cannot be read and are left out.") + gone.En, $"有 {count:N0} 张图片无法读取，已排除。{gone.Zh}")) { IsAboutReading = true };
        }

        Localized Reason(string file) => new($"{file} ({unreadable[file].En})", $"{file}（{unreadable[file].Zh}）");
    }

    /// <summary>The classes of which no picture can be read: they are not part of any model.</summary>
    private static Localized Gone(SourceInspection inspection, PictureFindings findings, int[] rows)
    {
        var left = rows.ToHashSet();
        var there = inspection.Table.Find<TextColumn>(PicturesSource.ClassColumn) is { } classes
            ? Enumerable.Range(0, inspection.Table.RowCount).Where(row => !left.Contains(row)).Select(row => classes[row]).OfType<string>().ToHashSet(StringComparer.Ordinal) : [];
        string[] gone = [.. findings.Unreadable.Select(u => u.Class).OfType<string>().Distinct(StringComparer.Ordinal).Where(c => !there.Contains(c)).Order(NaturalOrder.Instance)];
        return gone.Length switch
        {
            0 => Localized.Same(""),
            1 => new($" Of the class “{gone[0]}” nothing can be read: no model will know it.", $"类别“{gone[0]}”的图片全部无法读取，模型不会认识这一类。"),
            _ => new($" Of the classes {string.Join(", ", gone.Select(c => $"“{c}”"))} nothing can be read: no model will know them.", $"类别{string.Join("、", gone.Select(c => $"“{c}”"))}的图片全部无法读取，模型不会认识这些类别。"),
        };
    }
}
