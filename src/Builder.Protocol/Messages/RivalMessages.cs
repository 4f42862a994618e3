using Builder.Graph.Messages;

namespace Builder.Protocol.Messages;

/// <summary>The simple methods that a network is compared with, and why one of them, or all, cannot be.</summary>
// The words say what each stands for; a summary could only repeat them.
#pragma warning disable CS1591
public static class RivalMessages
{
    public static readonly MessageTemplate Commonest = new("rival.commonest", "Always the most frequent class", "总是回答最常见的类别");

    public static readonly MessageTemplate Mean = new("rival.mean", "Always the mean", "总是回答平均值");

    public static readonly MessageTemplate SameLabels = new("rival.same-labels", "Always the same labels", "总是给出同样的标签");

    public static readonly MessageTemplate Naive = new("rival.naive", "The same as last time", "与上一次相同");

    public static readonly MessageTemplate SeasonalNaive = new("rival.seasonal-naive", "The same as one season ago", "与上一个周期相同");

    public static readonly MessageTemplate Linear = new("rival.linear", "Linear regression", "线性回归");

    public static readonly MessageTemplate Logistic = new("rival.logistic", "Logistic regression", "逻辑回归");

    public static readonly MessageTemplate Tree = new("rival.tree", "Decision tree", "决策树");

    public static readonly MessageTemplate Forest = new("rival.forest", "Random forest", "随机森林");

    public static readonly MessageTemplate Boosted = new("rival.boosted", "Boosted trees", "梯度提升树");

    public static readonly MessageTemplate NaiveBayes = new("rival.naive-bayes", "Naive Bayes on words", "基于词的朴素贝叶斯");

    public static readonly MessageTemplate TfidfLogistic = new("rival.tfidf-logistic", "Logistic regression on words (TF-IDF)", "基于词（TF-IDF）的逻辑回归");

    public static readonly MessageTemplate TfidfLinear = new("rival.tfidf-linear", "Linear regression on words (TF-IDF)", "基于词（TF-IDF）的线性回归");

    public static readonly MessageTemplate Nearest = new("rival.nearest", "Most similar pictures (nearest neighbours)", "最相似的图片（最近邻）");

    public static readonly MessageTemplate PixelLogistic = new("rival.pixel-logistic", "Logistic regression on pixels", "基于像素的逻辑回归");

    public static readonly MessageTemplate PixelLinear = new("rival.pixel-linear", "Linear regression on pixels", "基于像素的线性回归");

    public static readonly MessageTemplate TooSlow = new(
        "rival-too-slow", "It took longer than {seconds} seconds and was left out.", "用时超过 {seconds} 秒，未参与比较。");

    public static readonly MessageTemplate NoSeason = new(
        "rival-no-season", "No season was found that tells more than the last value.", "没有找到比“与上一次相同”更有用的周期。");

    public static readonly MessageTemplate NotComputed = new(
        "rival-not-computed", "It could not be computed on these data.", "在这些数据上无法计算。");

    public static readonly MessageTemplate DataChanged = new(
        "rivals-data-changed",
        "The data have changed since this model was trained, so the rows that were held back from it are no longer known. Train again; simple methods are tried with it.",
        "训练之后数据有改动，已无法确定当时留出的是哪些行。请重新训练，训练时会一并与简单方法比较。");

    public static readonly MessageTemplate NothingHeldBack = new(
        "rivals-nothing-held-back",
        "No rows were held back from this model, and on rows that it has learned from nothing can be compared. Hold some back on the Data page and train again.",
        "这个模型没有留出任何行，而在学过的行上无法公平比较。请在“数据”页留出一部分行，然后重新训练。");

    public static readonly MessageTemplate NotForThisModel = new(
        "rivals-not-for-this-model",
        "Simple methods are there for models that tell one class, quantity or set of labels of each row. This is none.",
        "只有为每一行给出类别、数值或标签的模型才有可比较的简单方法。本模型不属于这一类。");
}
