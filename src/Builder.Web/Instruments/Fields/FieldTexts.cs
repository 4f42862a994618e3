using Builder.Graph;

namespace Builder.Web.Instruments.Fields;

/// <summary>What choices, dates and times say.</summary>
public static class FieldTexts
{
    /// <summary>Nothing fits what was typed.</summary>
    public static Localized NoChoice { get; } = new("Nothing fits.", "没有匹配项。");

    /// <summary>Nothing that is listed fits what was typed.</summary>
    public static Localized TakenAsTyped { get; } = new("Nothing known fits. What you typed is taken as it is.", "没有匹配的已知值，将按您输入的内容使用。");

    /// <summary>More fits than is shown.</summary>
    public static Localized MoreChoices { get; } = new("Type on to see the others.", "继续输入可缩小范围。");

    /// <summary>Looks among many.</summary>
    public static Localized TypeToFind { get; } = new("Type to find", "输入文字查找");

    /// <summary>Opens the list.</summary>
    public static Localized OpenList { get; } = new("Open the list", "打开列表");

    /// <summary>The time of day that belongs to a date.</summary>
    public static Localized TimeOf(string date) => new($"Time of {date}", $"{date}的时间");
}
