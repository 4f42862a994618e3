using Builder.Graph;
using Builder.Protocol;
using Builder.Web.Scores;

namespace Builder.Web.Use.Answers;

/// <summary>What is said about how an answer would be if a value were different.</summary>
internal static class WhatIfTexts
{
    // Of changes of half a point, or a thousandth of a quantity, nobody speaks.
    private const double LeastShare = 0.005;
    private const double LeastPart = 0.001;

    public static Localized Ask { get; } = new("What if a value were different?", "换一个值会怎样？");
    public static Localized Title { get; } = new("What if a value were different", "换一个值会怎样");
    public static Localized Change { get; } = new("Try other values of", "换掉哪一列的值");
    public static Localized Working { get; } = new("Trying other values…", "正在尝试其他值……");
    public static Localized Own { get; } = new("this row", "这一行");
    public static Localized Band { get; } = new("where four of five of them lie", "其中五分之四的行所在的范围");
    public static Localized AsItIs { get; } = new("as it is", "现在的值");
    public static Localized Numbers { get; } = new("The numbers", "具体数字");

    public static Localized Caution { get; } = new(
        "All other values stay as they are. This tells what the model would answer, not what would happen in the world.",
        "其他值保持不变。这里说的是模型会怎样回答，不代表现实中会发生什么。");

    public static Localized Mean(int rows) => rows == 1
        ? new("a row that it learned from", "模型学过的一行") : new($"the mean over {rows} rows that it learned from", $"模型学过的 {rows} 行的平均");

    public static Localized List(string column) => new($"The answer for each value of {column}", $"“{column}”取各个值时的回答");

    /// <summary>The largest change in a sentence.</summary>
    public static Localized Sentence(ColumnDependence told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var far = told.Points.MaxBy(p => Math.Abs(p.Prediction - told.Prediction))!;
        var change = Math.Abs(far.Prediction - told.Prediction);
        if (change < (told.Class is not null ? LeastShare : LeastPart * Math.Max(Math.Abs(far.Prediction), Math.Abs(told.Prediction))) || change == 0)
        {
            return new($"Whatever “{told.Column}” is, the answer for this row stays nearly the same.", $"无论“{told.Column}”是什么值，这一行的回答几乎不变。");
        }

        var value = far.Number is { } number ? Figures.WithUnit(number, told.ColumnUnit) : $"“{far.Value}”";
        var (then, now) = (WhyTexts.Answer(told.Class, told.Unit, far.Prediction), WhyTexts.Answer(told.Class, told.Unit, told.Prediction));
        return told.Class is { } name
            ? new($"If “{told.Column}” were {value}, “{name}” would be {then} likely in place of {now}.", $"如果“{told.Column}”是{value}，“{name}”的概率会是 {then}，现在是 {now}。")
            : new($"If “{told.Column}” were {value}, the answer would be {then} in place of {now}.", $"如果“{told.Column}”是{value}，回答会是 {then}，现在是 {now}。");
    }
}
