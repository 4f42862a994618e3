using System.Globalization;
using Builder.Datasets.Columns;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Proposals;
using Builder.Web.Shell.Parts;

namespace Builder.Web.Data.Parts;

/// <summary>Numbers and facts about data in words.</summary>
internal static class DataWords
{
    /// <summary>A number with few digits.</summary>
    public static string Number(double value) => value.ToString(Math.Abs(value) is >= 1e6 or (< 1e-3 and > 0) ? "0.###e0" : "#,0.####", CultureInfo.InvariantCulture) is var text && Math.Abs(value) >= 1000 && Math.Abs(value) < 1e6
        ? value.ToString("#,0.#", CultureInfo.InvariantCulture)
        : text;

    /// <summary>A share in percent.</summary>
    public static string Percent(double share) => share is > 0 and < 0.001
        ? "< 0.1%"
        : string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%");

    /// <summary>Size of a source in a line.</summary>
    public static Localized Size(SourceInspection inspection) => inspection.Source switch
    {
        TextSource => Characters(inspection),
        PicturesSource or IdxSource => new($"{inspection.Table.RowCount:N0} pictures", $"{inspection.Table.RowCount:N0} 张图片"),
        _ => new($"{inspection.Table.RowCount:N0} rows, {inspection.Table.Columns.Count:N0} columns", $"{inspection.Table.RowCount:N0} 行，{inspection.Table.Columns.Count:N0} 列"),
    };

    /// <summary>What values a column holds, in a line.</summary>
    public static Localized Values(ColumnProfile profile, DateSpan? dates = null)
    {
        if (dates is not null)
        {
            return new($"{dates.First} to {dates.Last}", $"{dates.First} 到 {dates.Last}");
        }

        if (profile.Numbers is { } numbers)
        {
            var (low, middle, high) = (Number(numbers.Minimum), Number(numbers.Quantiles[2]), Number(numbers.Maximum));
            return new($"{low} to {high}, half below {middle}", $"{low} 到 {high}，中位数 {middle}");
        }

        var known = Math.Max(1, profile.Count - profile.Missing);
        var top = profile.Top.Take(3).Select(v => $"{Bidi.Isolated(Short(v.Value))} {Percent(v.Count / (double)known)}").ToArray();
        return Localized.Same(top.Length == 0 ? "–" : string.Join(" · ", top) + (profile.Distinct > top.Length ? " …" : ""));
    }

    /// <summary>What a model for this target does.</summary>
    public static Localized Task(ColumnChoice target, ColumnProfile profile, SeriesShape? order)
    {
        if (target.Type == ColumnType.Category)
        {
            return new($"{profile.Distinct:N0} classes: the model will name the class and how sure it is.", $"共 {profile.Distinct:N0} 个类别：模型会给出类别以及把握有多大。");
        }

        if (target.Type == ColumnType.Labels)
        {
            return new(
                $"{profile.Distinct:N0} labels, any number of which may apply at once: the model will say of each how likely it is.",
                $"共 {profile.Distinct:N0} 个标签，可以同时有任意多个：模型会判断每个标签的可能性。");
        }

        return order is { } series
            ? new(
                $"The rows follow each other by “{series.By}”: the model will look at the last {series.Window} and forecast the next value.",
                $"各行按“{series.By}”先后排列：模型会根据最近 {series.Window} 行预测下一个值。")
            : new("A quantity: the model will estimate it as closely as it can.", "这是一个数值：模型会尽量准确地估计它。");
    }

    /// <summary>A text cut to what fits into a small place.</summary>
    public static string Short(string text, int length = 24) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length), "…");

    private static Localized Characters(SourceInspection inspection)
    {
        var length = inspection.Table.Columns.OfType<TextColumn>().FirstOrDefault() is { Entries: [var text, ..] } ? text.Length : 0;
        return new($"{length:N0} characters", $"{length:N0} 个字符");
    }
}
