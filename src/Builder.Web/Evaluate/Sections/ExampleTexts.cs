using Builder.Graph;

namespace Builder.Web.Evaluate.Sections;

/// <summary>What the section on examples says.</summary>
internal static class ExampleTexts
{
    public static Localized Title { get; } = new("Look at the cases themselves", "逐个查看样本");
    public static Localized Help { get; } = new(
        "The worst mistakes teach most: are the labels wrong, is something missing in the data, or are these cases truly hard?",
        "错得最厉害的样本最有启发：是标签错了、数据缺了什么，还是它们本来就难？");
    public static Localized Order { get; } = new("Order", "排序");
    public static Localized Worst { get; } = new("Worst first", "最差在前");
    public static Localized Best { get; } = new("Best first", "最好在前");
    public static Localized OnlyWrong { get; } = new("Only mistakes", "只看答错的");
    public static Localized TrueClass { get; } = new("True class", "真实类别");
    public static Localized Said { get; } = new("Model says", "模型的回答");
    public static Localized Any { get; } = new("any", "不限");
    public static Localized Clear { get; } = new("Show all", "显示全部");
    public static Localized Row { get; } = new("Row", "行");
    public static Localized Error { get; } = new("Error", "误差");
    public static Localized Sure { get; } = new("sure", "把握");
    public static Localized Wrong { get; } = new("wrong", "错");
    public static Localized Right { get; } = new("right", "对");
    public static Localized More { get; } = new("Show more", "显示更多");
    public static Localized None { get; } = new(
        "None of the kept examples fits. The worst cases and some of the best are kept, not all.", "保存的样本中没有符合条件的。这里只保存最差的和部分最好的样本，并非全部。");
    public static Localized Score { get; } = new("How unusual", "异常得分");
    public static Localized Label { get; } = new("In truth", "实际情况");
    public static Localized Rank { get; } = new("More unusual than", "比多少样本更异常");
}
