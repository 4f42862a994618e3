using System.Collections.Immutable;
using Builder.Datasets.Profiles;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals.Networks;

namespace Builder.Proposals;

/// <summary>Says in plain words why a proposal looks as it does.</summary>
internal static class Explanation
{
    private const int NamesShown = 4;

    /// <summary>The remarks lie side by side above the network.</summary>
    private const double NoteStep = 250;
    private const double NoteTop = -420;

    /// <summary>The reasons: task, columns, network, its size where that was chosen, training.</summary>
    public static ImmutableArray<Reason> Of(SourceInspection inspection, DataPlan plan, ProposalContext site, NetworkRationale network, Localized? size) =>
    [
        new(new("Task", "任务"), Task(inspection, plan, site)),
        .. ColumnsOf(site) is { } columns ? new[] { new Reason(new("Columns", "列"), columns) } : [],
        new(new("Held back", "留出的数据"), HeldBack(site)),
        new(new("Network", "网络"), network.Why),
        .. size is null ? Array.Empty<Reason>() : [new Reason(new("Size", "规模"), size)],
        new(new("Training", "训练"), Training(site, network.Budget)),
    ];

    /// <summary>The reasons as remarks on the canvas, in both languages: who reads them later may have chosen the other one.</summary>
    public static IEnumerable<Note> Notes(ImmutableArray<Reason> reasons) => reasons.Select((reason, i) => new Note(
        FormattableString.Invariant($"{Proposer.NotePrefix}{i + 1}"),
        $"{reason.About.En}\n{reason.Text.En}",
        new Position(i * NoteStep, NoteTop),
        Zh: $"{reason.About.Zh}\n{reason.Text.Zh}"));

    private static Localized Task(SourceInspection inspection, DataPlan plan, ProposalContext site)
    {
        var target = plan.Target?.Name ?? "";
        var column = site.Schema.Find(site.EncodedDataset.Target);
        var unknown = site.EncodedDataset.UnknownTargets;
        var sample = site.EncodedDataset.Picture is null ? new Localized("row", "一行") : new Localized("picture", "一张图片");
        var (en, zh) = site.EncodedDataset.Task switch
        {
            ProposedTask.Classes => (
                $"“{target}” is one of {site.Outputs} classes ({Names(column!.ClassNames, ", ", " …")}), so the model learns to name the class of a row and how sure it is.",
                $"“{target}”共有 {site.Outputs} 个类别（{Names(column.ClassNames, "、", "等")}），因此模型学习判断每一行属于哪个类别，并给出把握有多大。"),
            ProposedTask.Labels => (
                $"A {sample.En} may have any number of the {site.Outputs} labels of “{target}” ({Names(column!.ClassNames, ", ", " …")}), also none: the model learns to say of each label how likely it is.",
                $"“{target}”共有 {site.Outputs} 个标签（{Names(column.ClassNames, "、", "等")}），{sample.Zh}可以有多个，也可以没有：模型学习判断每个标签的可能性。"),
            ProposedTask.PictureClasses => (
                $"Each picture belongs to one of {site.Outputs} classes ({Names(column!.ClassNames, ", ", " …")}), so the model learns to name what a picture shows.",
                $"每张图片属于 {site.Outputs} 个类别之一（{Names(column.ClassNames, "、", "等")}），因此模型学习判断图片的内容。"),
            ProposedTask.Number => (
                $"“{target}” is a quantity, so the model learns to come as close to it as possible.",
                $"“{target}”是一个数值，因此模型学习让预测尽可能接近真实值。"),
            ProposedTask.Forecast => (
                $"The rows follow each other in time, so the model looks at the last {site.Steps} rows and forecasts the next “{target}”.",
                $"各行按时间先后排列，因此模型根据最近 {site.Steps} 行预测下一个“{target}”。"),
            _ => (
                $"This is running text of {Characters(inspection):N0} characters, so the model learns to write on, character by character.",
                $"这是一段 {Characters(inspection):N0} 个字符的连续文本，因此模型学习逐字续写。"),
        };
        return unknown == 0 ? new(en, zh) : new(
            en + $" {unknown:N0} {(unknown == 1 ? "row" : "rows")} in which it is not known {(unknown == 1 ? "is" : "are")} left out.",
            zh + $"其中 {unknown:N0} 行的目标未知，已排除。");
    }

    private static int Characters(SourceInspection inspection) =>
        inspection.Table.Columns.OfType<Datasets.Columns.TextColumn>().FirstOrDefault() is { Entries: [var text, ..] } ? text.Length : 0;

    private static Localized? ColumnsOf(ProposalContext site)
    {
        var notes = site.EncodedDataset.Notes;
        var (en, zh) = (new List<string>(), new List<string>());
        Say(notes.Scaled, "Numbers are brought to a common scale", "数值缩放到相近的范围");
        Say(notes.DrawnTogether, "A few values are far larger than the rest; they are drawn together, much as by a logarithm, before the numbers are brought to a common scale", "少数值远大于其他值，先做类似取对数的压缩，再缩放到相近的范围");
        Say(notes.OneHot, "Categories become one yes/no value each", "类别转为若干个“是/否”值");
        Say(notes.MultiHot, "Several labels in a cell become one yes/no value each", "单元格中的多个标签各转为一个“是/否”值");
        Say(notes.Embedded, "Categories with many values get an embedding, a short list of learned numbers", "取值很多的类别使用嵌入层，以一小组由训练学到的数值表示");
        Say(notes.Dates, "Dates are split into parts such as hour, weekday and season", "日期拆分为小时、星期、季节等部分");
        Say(notes.Texts, "Text is cut into words, or Chinese into characters", "文本切分为词（中文按字）");
        Say(notes.Filled, "Gaps are filled: numbers with the median, categories with a value of their own", "填补缺失值：数值用中位数，类别单独算作一类");
        Say(notes.LeftOut, "Left out", "未使用的列");
        if (site.EncodedDataset.Picture is not null)
        {
            var shape = site.Schema.Find(site.EncodedDataset.Picture)!.SampleShape;
            en.Add($"Pictures are brought to {shape[2]} × {shape[1]} pixels, {(shape[0] == 1 ? "grey" : "in colour")}, and their brightness to a common scale.");
            zh.Add($"图片统一为 {shape[2]} × {shape[1]} 像素、{(shape[0] == 1 ? "灰度" : "彩色")}，亮度缩放到相近的范围。");
            if (site.EncodedDataset.DataSet.Columns.SelectMany(c => c.Transforms).OfType<Augment>().FirstOrDefault() is { } changes)
            {
                en.Add($"There are few of them, so while training each is moved by up to {changes.Crop} pixels and turned by up to {changes.Rotate:0}° at random: the model learns what does not depend on that.");
                zh.Add($"图片较少，因此训练时会随机移动（最多 {changes.Crop} 像素）并旋转（最多 {changes.Rotate:0}°），让模型学到与位置和角度无关的特征。");
            }
        }

        return en.Count == 0 ? null : new(string.Join(' ', en), string.Concat(zh));

        void Say(List<string> names, string english, string chinese)
        {
            if (names.Count > 0)
            {
                en.Add($"{english} ({Names([.. names], ", ", $" and {names.Count - NamesShown} more")}).");
                zh.Add($"{chinese}（{Names([.. names], "、", $"等 {names.Count} 列")}）。");
            }
        }
    }

    private static Localized HeldBack(ProposalContext site)
    {
        var (train, validation, test) = (site.Schema.TrainSamples, site.Schema.ValidationSamples, site.Schema.TestSamples);
        var (en, zh) = site.EncodedDataset.DataSet.Split switch
        {
            StratifiedSplit => ("Every part has the same share of each class.", "各部分中每个类别的比例相同。"),
            TimeSplit => ("The end is held back, as in a real forecast, where the future is unknown.", "留出末尾部分，与真实预测一样：未来是未知的。"),
            GroupSplit => ("Rows that belong together stay in one part.", "相互关联的行留在同一部分。"),
            GivenSplit { By: PicturesSource.PartColumn } when site.EncodedDataset.Picture is not null => ("The folders of your pictures say which.", "由图片所在的文件夹决定。"),
            GivenSplit => ("A column of your data says which.", "由数据中的一列决定。"),
            _ => ("They are drawn at random.", "随机抽取。"),
        };
        return new(
            $"{train:N0} samples are for learning, {validation:N0} are watched meanwhile, and {test:N0} stay untouched for the final test. {en}",
            $"{train:N0} 个样本用于学习，{validation:N0} 个用于训练中监测，{test:N0} 个留到最后测试。{zh}");
    }

    private static Localized Training(ProposalContext site, TrainingBudget budget)
    {
        var (en, zh) = site.EncodedDataset.Task switch
        {
            ProposedTask.Number or ProposedTask.Forecast => ("The mean squared error is made small", "目标是减小均方误差"),
            ProposedTask.Labels => ("Binary cross entropy is made small for each label by itself, and afterwards the validation part tells from which probability on a label is given",
                "对每个标签分别减小二元交叉熵，之后由验证数据确定概率达到多少时给出该标签"),
            _ => ("Cross entropy is made small, which rewards being sure of the right answer", "目标是减小交叉熵，即鼓励对正确答案更有把握"),
        };
        if (!site.Weights.IsEmpty)
        {
            (en, zh) = site.Weights.AreOfLabels ? (en + "; missing a rare label counts more", zh + "；漏掉少见标签的影响更大")
                : (en + "; mistakes on rare classes count more", zh + "；少见类别上的错误影响更大");
        }

        var stops = budget.Patience > 0;
        return new(
            $"{en}, by the optimizer AdamW with falling steps. Up to {budget.Epochs} {(budget.Epochs == 1 ? "epoch" : "epochs")}, about a minute on a laptop"
            + (stops ? "; it stops sooner when nothing improves any more." : "."),
            $"{zh}，优化器为 AdamW，步长逐渐减小。最多 {budget.Epochs} 轮，在笔记本电脑上约一分钟" + (stops ? "；不再进步时会提前停止。" : "。"));
    }

    private static string Names(ImmutableArray<string> names, string separator, string more) =>
        string.Join(separator, names.Take(NamesShown)) + (names.Length > NamesShown ? more : "");
}
